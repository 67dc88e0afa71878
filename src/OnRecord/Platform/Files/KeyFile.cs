using System.Security.Cryptography;

namespace OnRecord.Platform.Files;

/// <summary>A secret in a file of its own, outside the data folder and what is backed up of it, readable by its owner alone.</summary>
/// <param name="setting">How an operator names its place, for messages.</param>
internal sealed class KeyFile(string path, DataFolder data, string setting)
{
    /// <summary>The pattern of the problem that there is no file.</summary>
    public const string Missing = "The key file {0} is missing. Put it back from where you keep it, or set {1}.";

    private const int Longest = 4096;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyFolder = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode ForOthers =
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;

    private readonly Lock making = new();

    public string Path => path;

    /// <summary>Where a key lies: where the operator says, or in the folder of keys beside the data folder.</summary>
    public static string Place(string? set, DataFolder data, string name) =>
        System.IO.Path.GetFullPath(
            string.IsNullOrWhiteSpace(set)
                ? System.IO.Path.Combine($"{System.IO.Path.TrimEndingDirectorySeparator(data.Path)}-keys", name)
                : set
        );

    /// <summary>Reads the secret.</summary>
    /// <param name="make">Gives a new one where there is no file; null makes none.</param>
    public Outcome<byte[]> Read(Func<byte[]>? make)
    {
        try
        {
            if (IsWithin(RealPath(path), RealPath(data.Path)))
                return Problem.With(
                    null,
                    "The key file {0} lies inside the data folder, where a thief of the data would find it. Set {1} to a place outside.",
                    path,
                    setting
                );
            lock (making)
            {
                if (!File.Exists(path))
                {
                    if (make is null)
                        return Problem.With(null, Missing, path, setting);
                    Make(path, make());
                }
            }
            return ReadFile();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Problem.With(
                null,
                "The key file {0} cannot be read or made: {1} The newsroom’s server must be able to.",
                path,
                failure.Message
            );
        }
    }

    private Outcome<byte[]> ReadFile()
    {
        if ((File.GetUnixFileMode(path) & ForOthers) != 0)
            return Problem.With(
                null,
                "The key file {0} is open to other users of the machine. Close it: chmod 600 {0}",
                path
            );
        using var file = File.OpenHandle(path);
        var secret = new byte[Math.Min(RandomAccess.GetLength(file), Longest)];
        return secret[..RandomAccess.Read(file, secret, 0)];
    }

    /// <summary>Writes a secret that is not there yet, synced, for its owner alone; clears it from memory.</summary>
    // Under its own name at once: a file that was made and synced is there after a power cut, one that was renamed may not be.
    public static void Make(string path, byte[] secret)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!, OwnerOnlyFolder);
        using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
                BufferSize = 0,
            }
        );
        file.Write(secret);
        file.Flush(flushToDisk: true);
        CryptographicOperations.ZeroMemory(secret);
    }

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith($"{folder}{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    // With every link on the way followed; what is not there yet is taken as it is written.
    private static string RealPath(string path)
    {
        var real = System.IO.Path.GetPathRoot(path)!;
        foreach (
            var part in path[real.Length..]
                .Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = System.IO.Path.Combine(real, part);
            var found = new FileInfo(next);
            real = found.LinkTarget is null
                ? next
                : RealPath(found.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next);
        }
        return real;
    }
}
