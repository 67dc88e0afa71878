using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Writing;

/// <summary>The editor saves: what is answered with 200 is on disk. Somebody's later words are never written over.</summary>
internal static class KeepWords
{
    public static async Task<IResult> Put(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        SaveDraft save,
        HoldStory holds,
        Checklist checklist,
        TimeProvider clock
    )
    {
        if (await SoundJson.Read<DraftForm>(http.Request) is not { Content: not null, Tab: not null } form)
            return Refused(who, new Problem("This is not what the editor sends. Load the page again."));
        if (form.Content.Text.ValueKind == System.Text.Json.JsonValueKind.Undefined)
            return Refused(who, new Problem("text", "The text is missing. Load the page again."));
        var answer = await Settled.Transact(db, () => Keep(id, form, who, db, save, holds, clock));
        if (answer is not null)
            return answer;
        var story = await db.Stories.FindAsync(id);
        return Results.Ok(
            new SavedView(
                story!.Revision,
                story.SavedAt,
                $"{story.State}",
                await Checks(checklist, story, db, who.Language)
            )
        );
    }

    public static async Task<IReadOnlyList<CheckView>> Checks(
        Checklist checklist,
        Story story,
        OnRecordDb db,
        string language
    ) =>
        [
            .. (await checklist.Of(story, db, language)).Select(finding => new CheckView(
                finding.Code,
                finding.Level switch
                {
                    FindingLevel.Stops => "stops",
                    FindingLevel.Advises => "advises",
                    _ => "fine",
                },
                finding.Message,
                finding.Place
            )),
        ];

    // Null where all is well.
    private static async Task<IResult?> Keep(
        Guid id,
        DraftForm form,
        SignedIn who,
        OnRecordDb db,
        SaveDraft save,
        HoldStory holds,
        TimeProvider clock
    )
    {
        if (await db.Stories.FindAsync(id) is not { } story)
            return Results.NotFound();
        if (!StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who)))
            return Results.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: ProblemWords.In(who.Language, new Problem("You may not change this story as it stands now."))
            );
        if (!await holds.Hold(db, story, who, form.Tab))
            return Results.Json(
                new { hold = await Draft.Hold(db, story, clock.GetUtcNow()) },
                statusCode: StatusCodes.Status423Locked
            );
        if (form.Base != story.Revision)
            return await Stale(db, story);
        var content = await form.Content.Read(db);
        if (content.Refused)
            return Refused(who, [.. content.Problems]);
        if (content.Value with { Ledger = story.Draft.Ledger } != story.Draft)
            await save.Into(db, story, content.Value, who);
        return null;
    }

    private static async Task<IResult> Stale(OnRecordDb db, Story story) =>
        Results.Json(
            new StaleView(
                story.Revision,
                Draft.NameOf(await Draft.Names(db), story.SavedBy),
                story.SavedAt,
                DraftContent.Of(story.Draft)
            ),
            statusCode: StatusCodes.Status409Conflict
        );

    public static IResult Refused(SignedIn who, params Problem[] problems) =>
        Results.Json(
            new
            {
                problems = StoryHead
                    .Told(problems, who.Language)
                    .Select(problem => new { problem.Field, problem.Message }),
            },
            statusCode: StatusCodes.Status422UnprocessableEntity
        );
}
