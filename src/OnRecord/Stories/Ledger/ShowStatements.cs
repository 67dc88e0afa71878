using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>Counts what a new version shows. Within the caller's transaction.</summary>
internal static class ShowStatements
{
    public static async Task Of(OnRecordDb db, Story story, StoryVersion version)
    {
        await db.ShownStatements.Where(row => row.StoryId == story.Id).LoadAsync();
        var before = db.ShownStatements.Local.Where(row => row.StoryId == story.Id).ToDictionary(row => row.EntryId);
        var lines = version.Content.Ledger;
        if (before.Count == 0 && lines.Count == 0)
            return;
        await db.Set<LedgerEntry>().Where(row => row.StoryId == story.Id).LoadAsync();
        var entries = db.Set<LedgerEntry>().Local.Where(row => row.StoryId == story.Id).ToDictionary(row => row.Id);
        var newsroom = await db.Newsroom();
        var at = version.Kind == VersionKind.First ? story.PublishedAt ?? version.At : version.At;
        var day = DateOnly.FromDateTime(newsroom.Local(at).DateTime);
        foreach (var line in lines)
        {
            if (!Guid.TryParse(line.Id, out var id))
                continue;
            if (!before.Remove(id, out var row))
                db.ShownStatements.Add(
                    row = new ShownStatement
                    {
                        StoryId = story.Id,
                        EntryId = id,
                        On = day,
                        Month = ShownStatement.MonthOf(day),
                    }
                );
            Fill(row, line, entries.GetValueOrDefault(id));
        }
        db.ShownStatements.RemoveRange(before.Values);
    }

    // A version does not say which source stands behind words that stand for somebody; the entry does.
    private static void Fill(ShownStatement row, LedgerLine line, LedgerEntry? entry)
    {
        row.SourceId = line.Source.Id ?? entry?.SourceId;
        row.ViaId = line.Via?.Id ?? (line.Via is null ? null : entry?.ViaId);
        row.Way = WayOf(line);
        row.IsRefusal = line.Form == Form.Refusal || line.Sought is CommentSought.Declined or CommentSought.NoReply;
        row.IsChecked = line.IsChecked;
    }

    private static Way WayOf(LedgerLine line) =>
        !line.Source.IsNamed ? Way.NotNamed
        : line.Via is not null || line.Channel == Channel.Outlet || line.Source.Kind == SourceKind.Outlet
            ? Way.SecondHand
        : Way.Named;
}
