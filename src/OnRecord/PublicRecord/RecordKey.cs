using System.Text;
using Microsoft.Extensions.Options;
using OnRecord.Platform;
using OnRecord.Platform.Files;
using OnRecord.Platform.Web;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>The key that signs the record: a file outside database, data folder and backup.</summary>
internal sealed class RecordKey(IOptions<RecordOptions> options, DataFolder data, PublicAddress address)
{
    private readonly KeyFile file = new(FileOf(options.Value, data), data, "Record:KeyFile");

    public string File => file.Path;

    /// <summary>Where what was signed last is kept.</summary>
    public string StateFile => Path.ChangeExtension(file.Path, ".signed");

    public static string FileOf(RecordOptions options, DataFolder data) =>
        KeyFile.Place(options.KeyFile, data, "record.key");

    /// <summary>Reads the key. Whoever asked disposes of it.</summary>
    /// <param name="mayMake">Whether no record has begun, so that a missing file may be made.</param>
    public Outcome<SigningKey> Read(bool mayMake)
    {
        var read = file.Read(mayMake ? Make : null);
        if (read.Refused)
            return read.Problems[0].Pattern != KeyFile.Missing
                ? read.Problems[0]
                : Problem.With(
                    null,
                    "The key file {0} is missing, with which the public record is signed. Put it back from where you keep it, or set Record:KeyFile; until then nothing can be published.",
                    File
                );
        try
        {
            return SigningKey.Parse(Encoding.UTF8.GetString(read.Value).Trim());
        }
        catch (LogFormatException failure)
        {
            return Problem.With(
                null,
                "The key file {0} does not hold a signing key: {1} Put the right file back.",
                File,
                failure.Message
            );
        }
    }

    private byte[] Make()
    {
        var origin = options.Value.Origin is { Length: > 0 } set ? set : $"{address.Root.Authority}/record";
        using var key = SigningKey.Create(origin);
        return Encoding.UTF8.GetBytes(key.Export() + "\n");
    }
}
