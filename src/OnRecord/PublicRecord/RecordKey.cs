using System.Text;
using Microsoft.Extensions.Options;
using OnRecord.Platform;
using OnRecord.Platform.Files;
using OnRecord.Platform.Web;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>The key that signs the record: a file outside database, data folder and backup. A record that began again after a loss has files of its own, with its number in their names.</summary>
internal sealed class RecordKey(IOptions<RecordOptions> options, DataFolder data, PublicAddress address)
{
    private const string Setting = "Record:KeyFile";

    private readonly KeyFile first = new(FileOf(options.Value, data), data, Setting);

    /// <summary>The folder in which everything of the record lies that the database does not hold.</summary>
    public string Folder => Path.GetDirectoryName(first.Path)!;

    public static string FileOf(RecordOptions options, DataFolder data) =>
        KeyFile.Place(options.KeyFile, data, "record.key");

    public string FileOf(int beginning) =>
        beginning <= 1 ? first.Path : Path.ChangeExtension(first.Path, $".{beginning}{Path.GetExtension(first.Path)}");

    /// <summary>Where what was signed last is kept.</summary>
    public string StateFileOf(int beginning) =>
        Path.ChangeExtension(first.Path, beginning <= 1 ? ".signed" : $".{beginning}.signed");

    /// <summary>Where the next key lies until the log says that it signs.</summary>
    public string NextFileOf(int beginning) => $"{FileOf(beginning)}.next";

    /// <summary>Reads the key that the log says signs now. Whoever asked disposes of it.</summary>
    public Outcome<SigningKey> Read(RecordHead head)
    {
        // Another process may be putting the files of a rotation into their places.
        for (var tries = 0; ; tries++)
        {
            var read = Open(FileOf(head.Beginning));
            if (head.Key is null || read.Value is { } found && $"{found.Verifier}" == head.Key)
                return read;
            var next = Open(NextFileOf(head.Beginning));
            if (next.Value is { } prepared && $"{prepared.Verifier}" == head.Key)
            {
                read.Value?.Dispose();
                return next;
            }
            next.Value?.Dispose();
            if (read.Refused && tries > 0)
                return read;
            if (read.Value is not { } other)
                continue;
            other.Dispose();
            return Problem.With(
                null,
                "The key file {0} holds the key {1}, and the public record is signed with {2}. Put the right key back.",
                FileOf(head.Beginning),
                Short(other.Verifier),
                Short(VerifierKey.Parse(head.Key))
            );
        }
    }

    /// <summary>Reads or makes the key of a record that begins.</summary>
    public Outcome<SigningKey> Begin()
    {
        // What was signed already was signed with a key: another must not take its place.
        var wasSigned = File.Exists(StateFileOf(1));
        return Open(first, wasSigned ? null : () => Make(Origin()));
    }

    /// <summary>Reads or makes a key that signs once the log says so.</summary>
    public Outcome<SigningKey> Prepare(string path, string origin) =>
        Open(new KeyFile(path, data, Setting), () => Make(origin));

    /// <summary>Puts the files of a rotation that is in the log into their places. Whoever calls holds the record's state.</summary>
    public void Settle(RecordHead head)
    {
        var (file, next) = (FileOf(head.Beginning), NextFileOf(head.Beginning));
        if (head.Key is null || !File.Exists(next))
            return;
        using (var prepared = Open(next).Value)
            if (prepared is null || $"{prepared.Verifier}" != head.Key)
                return;
        if (File.Exists(file))
        {
            using var old = Open(file).Value;
            File.Move(file, $"{file}.retired-{(old is null ? "unread" : $"{old.Verifier.Id:x8}")}");
        }
        File.Move(next, file);
    }

    private static string Short(VerifierKey key) => $"{key.Name}+{key.Id:x8}";

    private string Origin() => options.Value.Origin is { Length: > 0 } set ? set : $"{address.Root.Authority}/record";

    private Outcome<SigningKey> Open(string path) =>
        Open(path == first.Path ? first : new KeyFile(path, data, Setting), null);

    private static Outcome<SigningKey> Open(KeyFile file, Func<byte[]>? make)
    {
        var read = file.Read(make);
        if (read.Refused)
            return read.Problems[0].Pattern != KeyFile.Missing
                ? read.Problems[0]
                : Problem.With(
                    null,
                    "The key file {0} is missing, with which the public record is signed. Put it back from where you keep it, or set Record:KeyFile; until then nothing can be published.",
                    file.Path
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
                file.Path,
                failure.Message
            );
        }
    }

    private static byte[] Make(string origin)
    {
        using var key = SigningKey.Create(origin);
        return Encoding.UTF8.GetBytes(key.Export() + "\n");
    }
}
