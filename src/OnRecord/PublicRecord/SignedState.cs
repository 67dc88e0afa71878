using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.PublicRecord;

/// <summary>The last signed checkpoint, in a file beside the key: outside the database and its backup, so that an older database is known for one.</summary>
/// <remarks>Two places of one size that are written in turn, each with its checksum: a write that was cut off leaves the other, and no write needs room on the disk.</remarks>
internal sealed class SignedState : IDisposable
{
    private const int Place = 4096;
    private const int Head = 32 + 8 + 4;

    private readonly FileStream file;
    private long sequence;

    private SignedState(FileStream file) => this.file = file;

    /// <summary>The note that was signed last; null where none was.</summary>
    public string? Note { get; private set; }

    /// <summary>Opens the state for one alone, of all processes.</summary>
    /// <exception cref="IOException">It cannot be opened, or another holds it for seconds.</exception>
    public static async Task<SignedState> Open(string path, CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var state = new SignedState(
                    new FileStream(
                        path,
                        new FileStreamOptions
                        {
                            Mode = FileMode.OpenOrCreate,
                            Access = FileAccess.ReadWrite,
                            Share = FileShare.None,
                            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                            BufferSize = 0,
                        }
                    )
                );
                state.Read();
                return state;
            }
            catch (IOException failure) when (tries < 100 && IsHeld(failure))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), stop);
            }
        }
    }

    /// <summary>What was signed last, without making a state where there is none.</summary>
    public static async Task<string?> Last(string path, CancellationToken stop)
    {
        if (!File.Exists(path))
            return null;
        using var state = await Open(path, stop);
        return state.Note;
    }

    /// <summary>Keeps a note as the last one that was signed, on disk before this returns.</summary>
    public void Write(string note)
    {
        var bytes = Encoding.UTF8.GetBytes(note);
        if (bytes.Length > Place - Head)
            throw new InvalidOperationException("The checkpoint is longer than its place beside the key.");
        var place = new byte[Place];
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(32), sequence + 1);
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(40), bytes.Length);
        bytes.CopyTo(place, Head);
        SHA256.HashData(place.AsSpan(32), place);
        RandomAccess.Write(file.SafeFileHandle, place, (sequence + 1) % 2 * Place);
        file.Flush(flushToDisk: true);
        (sequence, Note) = (sequence + 1, note);
    }

    public void Dispose() => file.Dispose();

    private void Read()
    {
        if (file.Length < 2 * Place)
        {
            RandomAccess.Write(file.SafeFileHandle, new byte[2 * Place], 0);
            file.Flush(flushToDisk: true);
        }
        var place = new byte[Place];
        for (var at = 0; at < 2; at++)
        {
            RandomAccess.Read(file.SafeFileHandle, place, at * Place);
            var length = BinaryPrimitives.ReadInt32BigEndian(place.AsSpan(40));
            var number = BinaryPrimitives.ReadInt64BigEndian(place.AsSpan(32));
            if (
                number <= sequence
                || length is <= 0 or > Place - Head
                || !SHA256.HashData(place.AsSpan(32)).AsSpan().SequenceEqual(place.AsSpan(0, 32))
            )
                continue;
            (sequence, Note) = (number, Encoding.UTF8.GetString(place, Head, length));
        }
    }

    // On Unix a lock that another holds is an IOException with the code of EWOULDBLOCK.
    private static bool IsHeld(IOException failure) =>
        failure is not (FileNotFoundException or DirectoryNotFoundException) && failure.HResult is 11 or 35;
}
