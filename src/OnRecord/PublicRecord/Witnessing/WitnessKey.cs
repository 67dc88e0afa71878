using System.Text;
using OnRecord.Platform;
using OnRecord.Platform.Files;
using OnRecord.Platform.Web;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>The key with which other newsrooms' logs are cosigned: a file beside the record's own.</summary>
internal sealed class WitnessKey(RecordKey record, DataFolder data, PublicAddress address)
{
    private readonly KeyFile file = new(Path.Combine(record.Folder, "witness.key"), data, "Record:KeyFile");

    /// <summary>Where what was cosigned last is kept, a file for each log.</summary>
    public string States => Path.Combine(record.Folder, "witnessed");

    /// <summary>Reads the key, or makes it where nothing was ever cosigned. Whoever asked disposes of it.</summary>
    public Outcome<SigningKey> Read()
    {
        var read = file.Read(Directory.Exists(States) ? null : Make);
        if (read.Refused)
            return read.Problems[0];
        try
        {
            var key = SigningKey.Parse(Encoding.UTF8.GetString(read.Value).Trim());
            if (key.Verifier.Kind == SignatureKind.Cosignature)
                return key;
            key.Dispose();
            return Problem.With(null, "The key file {0} holds no witness’s key. Put the right file back.", file.Path);
        }
        catch (LogFormatException failure)
        {
            return Problem.With(
                null,
                "The key file {0} does not hold a signing key: {1} Put the right file back.",
                file.Path,
                failure.Message
            );
        }
    }

    private byte[] Make()
    {
        using var key = SigningKey.Create($"{address.Root.Authority}/witness", SignatureKind.Cosignature);
        return Encoding.UTF8.GetBytes(key.Export() + "\n");
    }
}
