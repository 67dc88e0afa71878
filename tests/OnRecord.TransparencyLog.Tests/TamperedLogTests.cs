using FsCheck.Xunit;

namespace OnRecord.TransparencyLog.Tests;

public sealed class TamperedLogTests : IDisposable
{
    private readonly SigningKey key = SigningKey.Create("news.example.org/record");

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData("tile/0/000", 8191, "is truncated: it has 8191 bytes, not 8192.", 255)]
    [InlineData("tile/0/002.p/188", 6015, "is truncated: it has 6015 bytes, not 6016.", 699)]
    [InlineData("tile/0/001", 0, "is truncated: it has 0 bytes, not 8192.", 256)]
    [InlineData("tile/1/000.p/2", 63, "is truncated: it has 63 bytes, not 64.", 256)]
    [InlineData("tile/1/000.p/2", 65, "is too long: it has 65 bytes, not 64.", 256)]
    public async Task A_tile_of_another_length_is_refused(string tile, int length, string said, long entry)
    {
        var log = ServedLog.Of(700, key);
        var bytes = log.Served[tile];
        Array.Resize(ref bytes, length);
        log.Served[tile] = bytes;
        var fault = await log.Fault();
        (fault.Kind, fault.Place, fault.Entry).ShouldBe((LogFaultKind.WrongLength, tile, entry));
        fault.Sentence.ShouldBe($"{tile} {said}");
    }

    [Fact]
    public async Task A_truncated_bundle_is_refused()
    {
        var log = ServedLog.Of(700, key);
        log.Served["tile/entries/001"] = log.Served["tile/entries/001"][..^1];
        var fault = await log.Fault();
        (fault.Kind, fault.Place, fault.Entry).ShouldBe((LogFaultKind.WrongLength, "tile/entries/001", 511));
        fault.Sentence.ShouldBe("tile/entries/001 is truncated: it ends within entry 511.");
        log.Served["tile/entries/001"] = log.Served["tile/entries/001"][..12];
        (await log.Fault()).Sentence.ShouldBe("tile/entries/001 is truncated: it ends within entry 257.");
    }

    [Fact]
    public async Task A_bundle_with_another_number_of_entries_is_refused()
    {
        var log = ServedLog.Of(700, key);
        var bundle = log.Served["tile/entries/002.p/188"];
        log.Served["tile/entries/002.p/188"] = bundle[..^11];
        var fault = await log.Fault();
        (fault.Kind, fault.Place, fault.Entry).ShouldBe((LogFaultKind.WrongLength, "tile/entries/002.p/188", 699));
        fault.Sentence.ShouldBe("tile/entries/002.p/188 holds 187 entries, not 188.");
        log.Served["tile/entries/002.p/188"] = [.. bundle, 0, 1, 7];
        (await log.Fault()).Sentence.ShouldBe("tile/entries/002.p/188 holds 189 entries, not 188.");
    }

    [Fact]
    public async Task A_tile_that_is_not_of_its_entries_is_refused()
    {
        var log = ServedLog.Of(700, key);
        log.Served["tile/0/001"][32 * 40] ^= 1;
        var fault = await log.Fault();
        (fault.Kind, fault.Place, fault.Entry).ShouldBe((LogFaultKind.WrongTile, "tile/0/001", 296));
        fault.Sentence.ShouldBe("tile/0/001 differs from the entries in tile/entries/001, first at entry 296.");
    }

    [Fact]
    public async Task Swapped_entries_are_refused()
    {
        var (log, swapped) = (
            ServedLog.Of(700, key),
            ServedLog.Of(700, key, at => ServedLog.Entry(at is 20 or 21 ? 41 - at : at))
        );
        log.Served["tile/entries/000"] = swapped.Served["tile/entries/000"];
        var fault = await log.Fault();
        (fault.Kind, fault.Entry).ShouldBe((LogFaultKind.WrongTile, 20));
        // With tiles that fit them they still do not lead to what was signed.
        swapped.Checkpoint = log.Checkpoint;
        fault = await swapped.Fault();
        (fault.Kind, fault.Place).ShouldBe((LogFaultKind.WrongRoot, "checkpoint"));
        fault.Sentence.ShouldStartWith("The entries do not lead to the root that is signed: they lead to ");
    }

    [Theory]
    [InlineData("tile/1/000", 3, 768, 1023)]
    [InlineData("tile/1/001.p/1", 0, 65536, 65791)]
    [InlineData("tile/2/000.p/1", 0, 0, 65535)]
    public async Task A_higher_tile_that_is_not_of_what_lies_beneath_it_is_refused(
        string tile,
        int at,
        long from,
        long to
    )
    {
        var log = ServedLog.Of(65_800, key);
        log.Served[tile][(32 * at) + 31] ^= 0x80;
        var fault = await log.Fault();
        (fault.Kind, fault.Place, fault.Entry).ShouldBe((LogFaultKind.WrongTile, tile, from));
        fault.Sentence.ShouldBe(
            $"{tile} differs from what lies beneath it, first in the hash over the entries {from} to {to}."
        );
    }

    [Theory]
    [InlineData("tile/entries/001", 256)]
    [InlineData("tile/0/002.p/188", 512)]
    [InlineData("tile/1/000.p/2", 0)]
    public async Task What_is_not_served_is_missed(string path, long entry)
    {
        var log = ServedLog.Of(700, key);
        log.Served.Remove(path);
        var fault = await log.Fault();
        (fault.Kind, fault.Place, fault.Entry).ShouldBe((LogFaultKind.Missing, path, entry));
        fault.Sentence.ShouldBe($"The log does not serve {path}, and its checkpoint says that there is one.");
    }

    [Property(MaxTest = 400)]
    public async Task Any_byte_that_is_altered_in_anything_served_is_found(uint seed, uint which, uint where, byte flip)
    {
        var size = 1 + (int)(Shared.Spread(seed) % 600);
        var log = ServedLog.Of(size, key, at => [.. ServedLog.Entry(at), .. new byte[at % 5]]);
        var resources = log.Served.Values.Append(log.Checkpoint).ToList();
        var bytes = resources[(int)(Shared.Spread(which) % (ulong)resources.Count)];
        bytes[(int)(Shared.Spread(where) % (ulong)bytes.Length)] ^= flip == 0 ? (byte)1 : flip;
        (await log.Audit().Run(log.Checkpoint)).Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task Every_single_byte_of_a_small_log_counts()
    {
        var log = ServedLog.Of(6, key);
        foreach (var bytes in log.Served.Values.Append(log.Checkpoint))
            for (var at = 0; at < bytes.Length; at++)
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[at] ^= (byte)(1 << bit);
                (await log.Audit().Run(log.Checkpoint)).Holds.ShouldBeFalse($"bit {bit} of {at}");
                bytes[at] ^= (byte)(1 << bit);
            }
        (await log.Audit().Run(log.Checkpoint)).Holds.ShouldBeTrue();
    }
}
