using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Front.Record;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>A version as a site serves it or somebody saved it: docs/checking-the-record.md, “A version as a file”.</summary>
internal sealed record VersionFile
{
    public required long Index { get; init; }
    public required string Entry { get; init; }
    public string? Salt { get; init; }
    public string? Statement { get; init; }

    /// <summary>Where the story is now, below the site's root; null where it is nowhere.</summary>
    public string? Page { get; init; }

    /// <summary>The entry that says it was erased; null where it was not.</summary>
    public long? ErasedBy { get; init; }

    public static string PathOf(Guid story, int number) => ShowSealedVersion.PathOf(story, number);

    /// <exception cref="FormatException">It is none.</exception>
    public static VersionFile Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var file = json.RootElement;
            return new VersionFile
            {
                Index = file.GetProperty("index").GetInt64(),
                Entry = file.GetProperty("entry").GetString()!,
                Salt = file.Text("salt"),
                Statement = file.Text("statement"),
                Page = file.Text("page"),
                ErasedBy = file.Member("erased")?.Member("index")?.GetInt64(),
            };
        }
        catch (Exception wrong)
            when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new FormatException("it is not the file of a version", wrong);
        }
    }

    /// <summary>What was sealed, once it is known that the log commits to it.</summary>
    /// <param name="entry">The entry as it stands in the log.</param>
    /// <exception cref="FormatException">The log commits to something else. The message goes on after the version's name.</exception>
    public SealedStatement Open(VersionEntry entry)
    {
        if (Salt is null || Statement is null || EntryMembers.Hex(Salt) is not { } salt)
            throw new FormatException("is served without what was sealed of it, or without its salt.");
        var commitment = new TreeHash(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(Statement)]));
        if (commitment != entry.Commitment)
            throw new FormatException(
                "is not what was sealed: its salt and statement do not lead to the commitment in the log. It was altered after it was published."
            );
        SealedStatement statement;
        try
        {
            statement = SealedStatement.Read(Statement);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"was sealed in a form that cannot be read: {wrong.Message}.", wrong);
        }
        return
            (statement.Story, statement.Version, statement.Kind, statement.At)
            == (entry.Story, entry.Number, entry.Kind, entry.Time)
            ? statement
            : throw new FormatException(
                "was sealed in contradiction: its statement and its entry in the log do not agree on story, version, kind and time."
            );
    }

    /// <summary>Fetches the file of a version of the log, and compares it with its entry.</summary>
    /// <exception cref="FormatException">It is not as the log says. The message goes on after the version's name.</exception>
    public static async Task<VersionFile> Fetch(
        SiteReader site,
        Guid story,
        SeenVersion version,
        CancellationToken stop
    )
    {
        var answer = await site.Get(PathOf(story, version.Number), stop);
        if (answer.Status == HttpStatusCode.NotFound)
            throw new FormatException(
                $"is gone: it is entry {version.Index} of the log, and the site does not have it any more."
            );
        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Gone))
            throw new FormatException(
                $"is entry {version.Index} of the log, and the site cannot show it: {answer.Address} answers {answer.Told}."
            );
        VersionFile file;
        try
        {
            file = Read(answer.Bytes);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"cannot be read at {answer.Address}: {wrong.Message}.", wrong);
        }
        if (file.Index != version.Index || EntriesSeen.HashOf(file.Entry) != version.Hash)
            throw new FormatException(
                $"is shown with another entry than the log has for it, at place {version.Index}."
            );
        if (version.ErasedBy is { } erased && answer.Status != HttpStatusCode.Gone)
            throw new FormatException(
                $"was erased by law, as entry {erased} of the log says, and is shown all the same."
            );
        if (answer.Status == HttpStatusCode.Gone && (version.ErasedBy is null || file.ErasedBy != version.ErasedBy))
            throw new FormatException("is said to be erased by law, and no entry of the log says so.");
        return file;
    }
}
