using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OnRecord.Platform;
using OnRecord.Platform.Files;

namespace OnRecord.Sources.Protection;

/// <summary>The key above all keys of identities: a file outside database, data folder and backup. It is read when it is needed and kept nowhere else.</summary>
internal sealed class MasterKey(IOptions<SourceProtectionOptions> options, DataFolder data)
{
    private readonly KeyFile file = new(FileOf(options.Value, data), data, "Sources:KeyFile");

    public string File => file.Path;

    /// <summary>Where the key file lies, read or not.</summary>
    public static string FileOf(SourceProtectionOptions options, DataFolder data) =>
        KeyFile.Place(options.KeyFile, data, "identities.key");

    /// <summary>Reads the key. Whoever asked clears it from memory afterwards.</summary>
    /// <param name="mayMake">Whether nothing was ever sealed, so that a missing file may be made.</param>
    public Outcome<byte[]> Read(bool mayMake)
    {
        var read = file.Read(mayMake ? () => RandomNumberGenerator.GetBytes(IdentitySeal.KeyLength) : null);
        if (read.Refused)
            return read.Problems[0].Pattern != KeyFile.Missing
                ? read
                : Problem.With(
                    null,
                    "The key file {0} is missing, and identities are stored that only it opens. Put it back from where you keep it, or set Sources:KeyFile; no other key is made.",
                    File
                );
        if (read.Value.Length == IdentitySeal.KeyLength)
            return read;
        return Problem.With(
            null,
            "The key file {0} holds {1} bytes where a key has {2}. Put the right file back.",
            File,
            read.Value.Length,
            IdentitySeal.KeyLength
        );
    }
}
