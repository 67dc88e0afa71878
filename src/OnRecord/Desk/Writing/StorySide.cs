using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Writing;

/// <summary>Reads what stands beside a story's text: where it is, what it lacks, who writes it, what readers were shown.</summary>
internal sealed class StorySide(Checklist checklist, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<StorySideView> Of(Story story, SignedIn who, OnRecordDb db, Newsroom newsroom, Words words)
    {
        var names = await Draft.Names(db);
        var own = await WhoWrites.Is(db, story, who);
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        return new StorySideView
        {
            Since = story.StateSince is { } since ? words.With("Since", Said(since)) : "",
            Brief = story.Brief,
            Steps = [.. Steps(story, who, own)],
            Checks = await checklist.Of(story, db, who.Language),
            Approvals =
            [
                .. (await Approvals(story, db)).Select(row =>
                    words.With($"Approval.{row.Kind}", Draft.NameOf(names, row.StaffId), Said(row.At))
                ),
            ],
            Writers = await Writers(story, db),
            MayAssign = who.May(Permission.EditStories),
            DueAt = newsroom.Written(story.DueAt),
            EmbargoUntil = newsroom.Written(story.EmbargoUntil),
            Due = story.DueAt is { } due ? Said(due) : null,
            IsLate = story.DueAt < Now && story.State < StoryState.Ready,
            Embargo = story.EmbargoUntil is { } embargo ? Said(embargo) : null,
            Scheduled = story.ScheduledAt is { } at ? words.With($"Scheduled.{story.ScheduledKind}", Said(at)) : null,
            Clock = newsroom.TimeZone,
            Links = await Links(story, db, Said),
            Reports = await Reports.OpenReports.Of(db, story.Id, newsroom, words.Language, Now),
            Versions = await Versions(story, db, names, Said),
        };
    }

    public static async Task<IReadOnlyList<StoryVersionView>> Versions(
        Story story,
        OnRecordDb db,
        IReadOnlyDictionary<Guid, string> names,
        Func<DateTimeOffset, string> said
    )
    {
        var rows = await db.Set<StoryVersion>()
            .Where(row => row.StoryId == story.Id)
            .OrderByDescending(row => row.Number)
            .Select(row => new
            {
                row.Number,
                row.Kind,
                row.At,
                row.Note,
                row.Wrong,
                row.Right,
                row.IsQuiet,
                row.StaffId,
            })
            .ToListAsync();
        return
        [
            .. rows.Select(row => new StoryVersionView(
                row.Number,
                row.IsQuiet ? "Kind.Spelling" : $"Kind.{row.Kind}",
                said(row.At),
                row.Note.Length == 0 && row.Wrong is not null ? $"{row.Wrong} → {row.Right}" : row.Note,
                Draft.NameOf(names, row.StaffId)
            )),
        ];
    }

    private static IEnumerable<StepView> Steps(Story story, SignedIn who, bool own)
    {
        var steps = StoryMoves.For(story, who, own).ToList();
        for (var at = 0; at < steps.Count; at++)
            yield return new StepView(
                $"{steps[at].To}",
                steps[at].Word,
                Main: at == 0 && steps[at].Word is not ("Spike" or "DiscardChanges"),
                AsksFirst: steps[at].Word is "Spike" or "DiscardChanges"
            );
    }

    private static Task<List<StoryApproval>> Approvals(Story story, OnRecordDb db) =>
        db.Set<StoryApproval>()
            .Where(row => row.StoryId == story.Id && row.FellAt == null)
            .OrderBy(row => row.At)
            .AsNoTracking()
            .ToListAsync();

    private static async Task<IReadOnlyList<WriterView>> Writers(Story story, OnRecordDb db)
    {
        var assigned = await db.Set<StoryAssignment>()
            .Where(row => row.StoryId == story.Id)
            .Select(row => row.StaffId)
            .ToListAsync();
        var staff = await db.Set<StaffMember>().AsNoTracking().OrderBy(row => row.Name).ToListAsync();
        return
        [
            .. staff
                .Where(row => row.May(Permission.WriteStories) || assigned.Contains(row.Id))
                .Select(row => new WriterView(row.Id, row.Name, assigned.Contains(row.Id))),
        ];
    }

    private async Task<IReadOnlyList<PreviewLinkView>> Links(
        Story story,
        OnRecordDb db,
        Func<DateTimeOffset, string> said
    )
    {
        var now = Now;
        var rows = await db.Set<PreviewLink>()
            .Where(row => row.StoryId == story.Id && row.EndsAt > now)
            .OrderBy(row => row.EndsAt)
            .ToListAsync();
        return [.. rows.Select(row => new PreviewLinkView(row.Id, row.For, said(row.EndsAt)))];
    }
}
