using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Publishing;

/// <summary>Makes the page of the publishing acts.</summary>
internal sealed class ShowPublish(OnRecordDb db, Room room, Checklist checklist, PageRenderer pages)
{
    public async Task<IResult> Page(
        Guid id,
        HttpContext http,
        SignedIn who,
        IReadOnlyList<Problem> problems,
        PublishFields? filled = null
    )
    {
        if (await StoryHead.Find(db, id, versions: true) is not { } story)
            return Results.NotFound();
        var (head, newsroom) = await StoryHead.Of(story, http, who, room, "publish");
        string Said(DateTimeOffset moment) => head.Words.Moment(newsroom.Local(moment));
        var view = new PublishView
        {
            Head = head,
            Problems = StoryHead.Told(problems, who.Language),
            Checks = await checklist.Of(story, db, who.Language),
            IsReady = story.State is StoryState.Ready or StoryState.Scheduled,
            MayApprove = StoryMoves.For(story, who, own: false).Any(step => step.Word == "Approve"),
            IsPublished = story.IsPublished,
            HasNews = story.HasNews,
            IsRetracted = story.RetractedAt is not null,
            IsTakenDown = story.TakenDownAt is not null,
            Kinds = Kinds(story),
            Filled = (filled ?? new PublishFields()) with
            {
                At = filled is { At.Length: > 0 }
                    ? filled.At
                    : newsroom.Written(story.ScheduledAt ?? story.EmbargoUntil),
            },
            IsDoubted = problems.Any(problem => problem.Field == "confirmed"),
            Mistaken = Mistaken(story, head.Words, Said),
            IsRemovable = story.Removable().Count > 0,
            Scheduled = story.ScheduledAt is { } time
                ? head.Words.With($"Scheduled.{story.ScheduledKind}", Said(time))
                : null,
            ScheduledNote = story.Scheduled()?.Told,
            Embargo = story.EmbargoUntil is { } until ? Said(until) : null,
            Clock = newsroom.TimeZone,
            MayModerate = who.May(Permission.ModerateComments),
            Versions = await StorySide.Versions(story, db, await Draft.Names(db), Said),
        };
        return await pages.Page<PublishPage>(
            view,
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static IReadOnlyList<string> Kinds(Story story) =>
        !story.IsPublished ? [$"{VersionKind.First}"]
        : story.RetractedAt is null && story.TakenDownAt is null
            ?
            [
                $"{VersionKind.Update}",
                $"{VersionKind.Clarification}",
                $"{VersionKind.Correction}",
                PublishFields.Spelling,
            ]
        : [$"{VersionKind.Update}", $"{VersionKind.Clarification}", $"{VersionKind.Correction}"];

    // The newest first: a mistake is most often found in what was shown last.
    private static IReadOnlyList<MistakenVersion> Mistaken(
        Story story,
        Words words,
        Func<DateTimeOffset, string> said
    ) =>
        [
            .. story
                .Versions.OrderByDescending(row => row.Number)
                .Select(row => new MistakenVersion(
                    row.Number,
                    $"v{row.Number} {words[$"Kind.{row.Kind}"]}, {said(row.At)}"
                )),
        ];
}
