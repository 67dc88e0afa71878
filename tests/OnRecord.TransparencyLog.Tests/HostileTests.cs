using System.Text;
using FsCheck.Xunit;

namespace OnRecord.TransparencyLog.Tests;

/// <summary>Whatever comes from outside ends in a value or in a sentence, never in a bug.</summary>
public class HostileTests
{
    private static readonly byte[][] Beginnings =
    [
        .. new[]
        {
            "",
            "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nnews\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— news AAAAAAA=\n",
            "old 3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nnews\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— news AAAAAAA=\n",
            "news\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— news AAAAAAA=\n",
            "witness A example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\ngroup G 1 A\nquorum G\n",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "PRIVATE+KEY+news+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "{\"a\":[1,-0.5e3,\"\\u0041\\ud83d\\ude00\",true,null]}",
            "0/x001/x234/067.p/17",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Property(MaxTest = 3000)]
    public void Nothing_that_is_read_ends_in_a_bug(byte which, ushort at, byte[] written, byte cut)
    {
        var bytes = Beginnings[which % Beginnings.Length];
        var (place, length) = ((int)(Shared.Spread(at) % (ulong)(bytes.Length + 1)), cut % 8);
        bytes = [.. bytes[..place], .. written, .. bytes[Math.Min(bytes.Length, place + length)..]];
        var text = Encoding.UTF8.GetString(bytes);
        var key = VerifierKey.Parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        foreach (
            var read in new Action[]
            {
                () => SignedNote.Parse(bytes).Verify(key),
                () => LogProof.Parse(bytes).Verify(TreeHash.Empty, key),
                () => WitnessRequest.Parse(bytes).Judge([key], null),
                () => WitnessPolicy.Parse(bytes).Judge(bytes),
                () => Checkpoint.Parse(text),
                () => VerifierKey.Parse(text),
                () => SigningKey.Parse(text).Dispose(),
                () => CanonicalJson.Of(CanonicalJson.Of(bytes)),
                () => EntryBundle.Read(bytes),
                () => Tile.Parse(text, out _),
                () => ProofCheck.Of(bytes, key),
            }
        )
            try
            {
                read();
            }
            catch (LogFormatException said)
            {
                said.Message.ShouldNotBeEmpty();
            }
    }
}
