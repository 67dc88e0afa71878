using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;
using OnRecord.Sources.Evidence.Warc;

namespace OnRecord.Sources.Evidence;

/// <summary>Reads the text in a copy's bytes, for people to read and search; registered by whoever can read pages.</summary>
/// <param name="charset">As a server named it.</param>
/// <returns>Null where there is none that can be read.</returns>
internal delegate CopyText? ReadCopy(byte[] bytes, string mediaType, string? charset);

/// <param name="Title">What a page calls itself; empty where it does not say.</param>
internal sealed record CopyText(string Title, string Text);

/// <summary>Behind what a copy is to stand, and who takes it.</summary>
internal sealed record CopyPlace(Guid SourceId, Guid? EntryId, Guid By);

/// <summary>Takes a copy: its files are on disk at once, its row is for the caller to add.</summary>
internal sealed class TakeCopy(
    OnRecordDb db,
    EvidenceFolder folder,
    RecordingFetcher fetcher,
    ReadCopy read,
    TimeProvider clock
)
{
    public const int LongestAddress = 2000;
    public const int LongestTitle = 300;

    /// <summary>How large a document may be that is brought, in megabytes of a million bytes.</summary>
    public const int MaximumMegabytes = 50;

    private const long MaximumBytes = MaximumMegabytes * 1_000_000L;

    // Texts above it are read by a person from the file itself.
    private const int LongestText = 200_000;

    private const string Accept = "text/html, application/xhtml+xml, application/pdf, */*;q=0.8";

    /// <summary>Fetches what is cited and keeps the whole exchange.</summary>
    public async Task<Outcome<TakenCopy>> Fetch(string written, CopyPlace place, CancellationToken stop)
    {
        if (AddressIn(written) is not { } address)
            return new Problem("address", "That is no address. Write it whole, beginning with http:// or https://.");
        var fetched = await fetcher.Fetch(address, Accept, stop);
        if (fetched.Value is not { } recorded)
            return fetched.Problems[0] with { Field = "address" };
        var answer = recorded.Answer;
        if (answer.Body.Length == 0)
            return Problem.With("address", "{0} answered with nothing. Look whether the page is still there.", address);
        if (DecodedBody.Of(answer, MaximumBytes) is not { } body)
            return Problem.With("address", "{0} sent a body that is not compressed as it says.", address);
        var id = Guid.CreateVersion7(answer.At);
        var type = MediaTypes.Sound(answer.MediaType);
        var text = read(body, type, answer.Charset);
        return await Keep(
            new MemoryStream(body),
            kept => new SavedCopy
            {
                Id = id,
                SourceId = place.SourceId,
                EntryId = place.EntryId,
                Kind = SavedCopyKind.Fetched,
                Title = Line(text?.Title) ?? Line(address.AbsoluteUri)!,
                Address = address.AbsoluteUri,
                Sha256 = kept.Sha256,
                MediaType = type,
                Length = kept.Length,
                TakenAt = answer.At,
                TakenBy = place.By,
            },
            text,
            WarcFile.Of(recorded, $"{id:N}.warc.gz"),
            stop
        );
    }

    /// <summary>Keeps a document that somebody brings.</summary>
    /// <param name="name">Its file's name.</param>
    public async Task<Outcome<TakenCopy>> Bring(
        Stream document,
        string name,
        string? title,
        CopyPlace place,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var type = MediaTypes.Of(name);
        return await Keep(
            document,
            kept => new SavedCopy
            {
                Id = Guid.CreateVersion7(now),
                SourceId = place.SourceId,
                EntryId = place.EntryId,
                Kind = SavedCopyKind.Brought,
                Title = Line(title) ?? Line(name.Split('/', '\\')[^1]) ?? "—",
                Sha256 = kept.Sha256,
                MediaType = type,
                Length = kept.Length,
                TakenAt = now,
                TakenBy = place.By,
            },
            null,
            null,
            stop
        );
    }

    private async Task<Outcome<TakenCopy>> Keep(
        Stream bytes,
        Func<KeptBytes, SavedCopy> row,
        CopyText? text,
        byte[]? warc,
        CancellationToken stop
    )
    {
        if (await folder.Keep(bytes, MaximumBytes, stop) is not { } kept)
            return Problem.With(
                "file",
                "The document is larger than {0} MB. Keep it elsewhere, or save its most important pages.",
                MaximumMegabytes
            );
        var copy = row(kept);
        var taken = new TakenCopy(copy, db, folder);
        try
        {
            if (kept.Length == 0)
                return await Refused(taken, new Problem("file", "The document is empty. Choose another."));
            if (copy.Kind == SavedCopyKind.Brought && MediaTypes.IsText(copy.MediaType))
                text = read(await File.ReadAllBytesAsync(folder.Bytes(copy.Sha256), stop), copy.MediaType, null);
            if (text is { Text.Length: > 0 })
                await DurableFile.Write(folder.Text(copy.Sha256, copy.Id), Encoded(text.Text), stop);
            if (warc is not null)
                await DurableFile.Write(folder.Warc(copy.Sha256, copy.Id), warc, stop);
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    private static async Task<Outcome<TakenCopy>> Refused(TakenCopy taken, Problem problem)
    {
        await taken.DisposeAsync();
        return problem;
    }

    private static byte[] Encoded(string text) =>
        Encoding.UTF8.GetBytes(text.Length <= LongestText ? text : $"{text[..LongestText]}…");

    private static Uri? AddressIn(string written) =>
        written.Trim() is { Length: > 0 and <= LongestAddress } trimmed
        && !trimmed.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))
        && Uri.TryCreate(trimmed, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.Host.Length > 0
            ? address
            : null;

    // One line of a few words; PostgreSQL takes no zero.
    private static string? Line(string? written)
    {
        var words = string.Concat((written ?? "").Select(sign => char.IsControl(sign) ? ' ' : sign))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.Length == 0 ? null
            : line.Length <= LongestTitle ? line
            : $"{line[..(LongestTitle - 1)].TrimEnd()}…";
    }
}

/// <summary>A copy whose files are kept. When it is let go without its row in the database, the files go too.</summary>
internal sealed class TakenCopy(SavedCopy row, OnRecordDb db, EvidenceFolder folder) : IAsyncDisposable
{
    public SavedCopy Row => row;

    public async ValueTask DisposeAsync()
    {
        if (!await db.Set<SavedCopy>().AnyAsync(one => one.Id == row.Id))
            folder.Remove(row.Sha256, row.Id);
        await folder.Release(row.Sha256, () => db.Set<SavedCopy>().AnyAsync(one => one.Sha256 == row.Sha256));
    }
}
