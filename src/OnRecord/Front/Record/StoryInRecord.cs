using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories;

namespace OnRecord.Front.Record;

/// <summary>A published story with all its versions and their seals.</summary>
/// <param name="Versions">Newest first.</param>
internal sealed record StoryInRecord(ShownStory Story, IReadOnlyList<VersionInRecord> Versions)
{
    private static readonly PreparedQuery<Guid, VersionRow> Numbered = new(
        (db, story) =>
            db.Set<StoryVersion>()
                .Where(row => row.StoryId == story)
                .OrderByDescending(row => row.Number)
                .Select(row => new VersionRow(
                    row.Id,
                    row.Number,
                    row.Kind,
                    row.IsQuiet,
                    row.Note,
                    row.At,
                    row.Wrong,
                    row.Right,
                    db.Set<SealedVersion>()
                        .Where(seal => seal.StoryId == story && seal.Number == row.Number)
                        .Join(
                            db.Set<RecordEntry>(),
                            seal => seal.EntryIndex,
                            entry => entry.Index,
                            (seal, entry) =>
                                new SealRow(
                                    seal.EntryIndex,
                                    entry.Bytes,
                                    db.Set<RecordEntry>()
                                        .Where(other => other.Index == seal.ErasureIndex)
                                        .Select(other => other.Bytes)
                                        .FirstOrDefault()
                                )
                        )
                        .FirstOrDefault()
                ))
    );

    public VersionInRecord Live => Versions.First(version => version.Id == Story.LiveVersionId);

    /// <summary>Those that readers may be shown, oldest first.</summary>
    public IEnumerable<VersionInRecord> Shown => Versions.Where(IsShown).Reverse();

    public VersionInRecord? Find(int number) => Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>Of a story that was taken down only the notice is shown, of an erased version nothing.</summary>
    public bool IsShown(VersionInRecord version) =>
        version.Erased is null && (Story.TakenDownAt is null || version.Id == Story.LiveVersionId);

    /// <returns>Null where no story is at a path now.</returns>
    public static async Task<StoryInRecord?> At(string path, OnRecordDb db)
    {
        var story = await db.Set<Story>()
            .Where(row => row.Path == path && row.LiveVersionId != null)
            .Select(ShownStory.Columns)
            .FirstOrDefaultAsync();
        return story is null ? null : new StoryInRecord(story, await VersionsOf(story.Id, db));
    }

    /// <returns>Newest first.</returns>
    public static async Task<IReadOnlyList<VersionInRecord>> VersionsOf(Guid story, OnRecordDb db)
    {
        var rows = await Numbered.All(db, story);
        return
        [
            .. rows.Select(row => new VersionInRecord(
                row.Id,
                row.Number,
                row.Kind,
                row.IsQuiet,
                row.Note,
                row.At,
                row.Seal?.EntryIndex,
                row.Seal is { } seal ? Time(seal.Bytes, "late") : null,
                row.Seal?.Erasure is { } erasure ? Erasure(erasure) : null,
                row.Wrong,
                row.Right
            )),
        ];
    }

    private static DateTimeOffset? Time(byte[] entry, string member)
    {
        using var json = JsonDocument.Parse(entry);
        return json.RootElement.TryGetProperty(member, out var time) ? time.GetDateTimeOffset() : null;
    }

    private static VersionErasure Erasure(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        return new VersionErasure(
            json.RootElement.GetProperty("reason").GetString()!,
            json.RootElement.GetProperty("time").GetDateTimeOffset()
        );
    }
}

/// <summary>A version and its seal.</summary>
/// <param name="Index">The place of its entry in the log; null where it is not sealed yet.</param>
/// <param name="LateAt">When it was sealed, where that was not when it was shown.</param>
internal sealed record VersionInRecord(
    Guid Id,
    int Number,
    VersionKind Kind,
    bool IsQuiet,
    string Note,
    DateTimeOffset At,
    long? Index,
    DateTimeOffset? LateAt,
    VersionErasure? Erased,
    string? Wrong,
    string? Right
);

/// <summary>That the law asked for a version to be removed.</summary>
/// <param name="Reason">As the log names it.</param>
internal sealed record VersionErasure(string Reason, DateTimeOffset At);

internal sealed record VersionRow(
    Guid Id,
    int Number,
    VersionKind Kind,
    bool IsQuiet,
    string Note,
    DateTimeOffset At,
    string? Wrong,
    string? Right,
    SealRow? Seal
);

internal sealed record SealRow(long EntryIndex, byte[] Bytes, byte[]? Erasure);
