using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;

namespace OnRecord.Desk.Writing;

/// <summary>Reads what the editor is told of a draft.</summary>
internal static class Draft
{
    public static async Task<HoldView> Hold(OnRecordDb db, Story story, DateTimeOffset now)
    {
        var names = await Names(db);
        var hold = await db.Set<StoryHold>().AsNoTracking().FirstOrDefaultAsync(row => row.StoryId == story.Id);
        var asking = await db.Set<StoryRequest>()
            .Where(row => row.StoryId == story.Id)
            .OrderBy(row => row.StaffId)
            .Select(row => row.StaffId)
            .ToListAsync();
        return new HoldView(
            hold is null || !hold.Stands(now)
                ? null
                : new HolderView(hold.StaffId, NameOf(names, hold.StaffId), hold.Tab, hold.Since),
            [.. asking.Select(id => new NamedView(id, NameOf(names, id)))],
            story.Revision
        );
    }

    public static async Task<IReadOnlyList<CommentView>> Comments(OnRecordDb db, Guid story)
    {
        var names = await Names(db);
        var rows = await db.Set<StoryComment>()
            .Where(row => row.StoryId == story)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Id)
            .AsNoTracking()
            .ToListAsync();
        return [.. rows.Select(row => View(row, names))];
    }

    public static CommentView View(StoryComment row, IReadOnlyDictionary<Guid, string> names) =>
        new()
        {
            Id = row.Id,
            Thread = row.Thread,
            By = new NamedView(row.StaffId, NameOf(names, row.StaffId)),
            At = row.At,
            Text = row.Text,
            Mentions =
            [
                .. names.Values.Where(name => row.Text.Contains($"@{name}", StringComparison.OrdinalIgnoreCase)),
            ],
            Resolved = row.ResolvedAt is { } at ? new ResolutionView(NameOf(names, row.ResolvedBy), at) : null,
            ReplyTo = row.ReplyTo,
            Quote = row.Quote,
        };

    public static async Task<Dictionary<Guid, string>> Names(OnRecordDb db) =>
        await db.Set<StaffMember>()
            .Select(row => new { row.Id, row.Name })
            .ToDictionaryAsync(row => row.Id, row => row.Name);

    public static string NameOf(IReadOnlyDictionary<Guid, string> names, Guid? id) =>
        id is { } known ? names.GetValueOrDefault(known, "?") : "OnRecord";
}
