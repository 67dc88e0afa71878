using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments;

/// <summary>Says of those who comment what they did so far, and what holds against them.</summary>
internal static class CommenterLines
{
    private const int LongestNote = 200;

    public static async Task<Dictionary<Guid, CommenterLineView>> Of(
        OnRecordDb db,
        IEnumerable<Guid> people,
        Newsroom newsroom,
        Words words,
        DateTimeOffset now
    )
    {
        var ids = people.Distinct().ToList();
        var rows = await db.Set<Commenter>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync();
        var notes = (
            await db.Set<CommenterNote>().AsNoTracking().Where(row => ids.Contains(row.CommenterId)).ToListAsync()
        )
            .GroupBy(row => row.CommenterId)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.At)!.Text);
        return rows.ToDictionary(
            row => row.Id,
            row => new CommenterLineView(
                row.Id,
                History(row, newsroom, words, now),
                [.. Standing(row, newsroom, words, now)],
                notes.GetValueOrDefault(row.Id) is { } note ? Short(note) : null
            )
        );
    }

    public static string History(Commenter person, Newsroom newsroom, Words words, DateTimeOffset now) =>
        string.Join(
            " · ",
            words.Count("Shown", person.Published),
            words.Count("Refused", person.Rejected),
            words.With("Since", words.Short(newsroom.Local(person.FirstAt), newsroom.Local(now))),
            words[person.ConfirmedAt is null ? "NotConfirmed" : "IsConfirmed"]
        );

    public static IEnumerable<string> Standing(Commenter person, Newsroom newsroom, Words words, DateTimeOffset now)
    {
        if (person.BannedAt is { } banned)
            yield return words.With("IsBanned", words.Date(newsroom.Local(banned)));
        if (person.SuspendedUntil is { } until && until > now)
            yield return words.With("IsSuspended", words.Date(newsroom.Local(until)));
        if (person.IsHeld)
            yield return words["IsHeld"];
        if (person.WarnedAt is { } warned)
            yield return words.With("IsWarned", words.Date(newsroom.Local(warned)));
    }

    private static string Short(string text) => text.Length > LongestNote ? $"{text[..LongestNote]}…" : text;
}
