using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OnRecord.Platform;
using OnRecord.Platform.Files;

namespace OnRecord.Sources.Protection;

/// <summary>The key above all keys of identities: a file outside database, data folder and backup. It is read when it is needed and kept nowhere else.</summary>
internal sealed class MasterKey(IOptions<SourceProtectionOptions> options, DataFolder data)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyFolder = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode ForOthers =
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;

    private readonly Lock making = new();

    public string File { get; } = FileOf(options.Value, data);

    /// <summary>Where the key file lies, read or not.</summary>
    public static string FileOf(SourceProtectionOptions options, DataFolder data) =>
        Path.GetFullPath(
            string.IsNullOrWhiteSpace(options.KeyFile)
                ? Path.Combine($"{Path.TrimEndingDirectorySeparator(data.Path)}-keys", "identities.key")
                : options.KeyFile
        );

    /// <summary>Reads the key. Whoever asked clears it from memory afterwards.</summary>
    /// <param name="mayMake">Whether nothing was ever sealed, so that a missing file may be made.</param>
    public Outcome<byte[]> Read(bool mayMake)
    {
        try
        {
            if (IsWithin(RealPath(File), RealPath(data.Path)))
                return Problem.With(
                    null,
                    "The key file {0} lies inside the data folder, where a thief of the data would find it. Set Sources:KeyFile to a place outside.",
                    File
                );
            lock (making)
            {
                if (!System.IO.File.Exists(File))
                {
                    if (!mayMake)
                        return Problem.With(
                            null,
                            "The key file {0} is missing, and identities are stored that only it opens. Put it back from where you keep it, or set Sources:KeyFile; no other key is made.",
                            File
                        );
                    Make();
                }
            }
            return ReadFile();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Problem.With(
                null,
                "The key file {0} cannot be read or made: {1} The newsroom’s server must be able to.",
                File,
                failure.Message
            );
        }
    }

    private Outcome<byte[]> ReadFile()
    {
        if ((System.IO.File.GetUnixFileMode(File) & ForOthers) != 0)
            return Problem.With(
                null,
                "The key file {0} is open to other users of the machine. Close it: chmod 600 {0}",
                File
            );
        using var file = System.IO.File.OpenHandle(File);
        var length = RandomAccess.GetLength(file);
        var key = new byte[IdentitySeal.KeyLength];
        if (length == key.Length && RandomAccess.Read(file, key, 0) == key.Length)
            return key;
        return Problem.With(
            null,
            "The key file {0} holds {1} bytes where a key has {2}. Put the right file back.",
            File,
            length,
            IdentitySeal.KeyLength
        );
    }

    // Under its own name at once: a file that was made and synced is there after a power cut, one that was renamed may not be.
    private void Make()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!, OwnerOnlyFolder);
        var key = RandomNumberGenerator.GetBytes(IdentitySeal.KeyLength);
        using var file = new FileStream(
            File,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
                BufferSize = 0,
            }
        );
        file.Write(key);
        file.Flush(flushToDisk: true);
        CryptographicOperations.ZeroMemory(key);
    }

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith($"{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    // With every link on the way followed; what is not there yet is taken as it is written.
    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (
            var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = Path.Combine(real, part);
            var found = new FileInfo(next);
            real = found.LinkTarget is null
                ? next
                : RealPath(found.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next);
        }
        return real;
    }
}
