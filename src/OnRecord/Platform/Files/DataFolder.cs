namespace OnRecord.Platform.Files;

/// <summary>Where a newsroom's own files are: database, media, outgoing mail.</summary>
internal sealed record DataFolder(string Path)
{
    public string Database => System.IO.Path.Combine(Path, "onrecord.db");

    public string Media => System.IO.Path.Combine(Path, "media");

    /// <summary>Saved copies of what stories cite. Most of them are nobody's business but the newsroom's.</summary>
    public string Evidence => System.IO.Path.Combine(Path, "evidence");

    public string OutgoingMail => System.IO.Path.Combine(Path, "outgoing-mail");

    /// <summary>The keys that seal cookies. Whoever has them can sign in as anyone.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The folder, made where it is missing, readable by its owner alone.</summary>
    /// <exception cref="IOException">It cannot be made or written; the message says which and why.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var trial = System.IO.Path.Combine(full, $".write-{Guid.CreateVersion7():N}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The data folder {full} cannot be made or written: {failure.Message} Choose another with --data.",
                failure
            );
        }
        return new DataFolder(full);
    }
}
