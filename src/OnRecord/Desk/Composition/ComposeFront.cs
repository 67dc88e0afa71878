using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Composition;

/// <summary>The front is put together: each button changes what stands in the page's form, and only Save changes the front.</summary>
internal static class ComposeFront
{
    public static async Task<IResult> Get(HttpContext http, OnRecordDb db, CompositionDesk desk, PageRenderer pages)
    {
        var front = await db.FrontComposition();
        return await pages.Page<CompositionPage>(await desk.View(http, new WorkingFront(front.Plan, front.Revision)));
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        CompositionDesk desk,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        var (plan, problems) = FrontPlanForm.Read(sent, await db.Newsroom());
        var working = new WorkingFront(plan, Number(sent["revision"]), sent["q"].ToString(), problems);
        var act = sent["act"].ToString();
        if (act == "theirs")
            return Moved(http, CompositionRoutes.Root);
        if (act != "save")
            working = ChangePlan.Do(working, act, sent);
        else if (problems.Count == 0)
        {
            if (await Save(db, plan, working.Revision, who, clock.GetUtcNow()))
                return Moved(http, $"{CompositionRoutes.Root}?done=FrontSaved");
            db.ChangeTracker.Clear();
            var theirs = await db.FrontComposition();
            // Whoever saves once more does so knowing of the other's.
            working = working with
            {
                Revision = theirs.Revision,
                Theirs = theirs,
            };
        }
        return await pages.Page<CompositionPage>(
            await desk.View(http, working),
            working.Theirs is not null ? StatusCodes.Status409Conflict
                : working.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
    }

    /// <returns>Whether nobody else had saved meanwhile.</returns>
    private static async Task<bool> Save(OnRecordDb db, FrontPlan plan, int revision, SignedIn who, DateTimeOffset now)
    {
        try
        {
            var saved = false;
            await db.Transact(async () =>
            {
                var front = await db.FrontComposition();
                if (front.Revision != revision)
                    return;
                plan = await StillThere(db, plan);
                front.Save(plan, who.Id, now);
                var lead = plan.Lead is { } led ? await Headline(db, led.Story) : null;
                db.Audit(who, now, "front.composed", "front", lead ?? "", $"{plan.Placed.Count()}");
                saved = true;
            });
            return saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    // What was taken down or deleted while the page was open leaves its place.
    private static async Task<FrontPlan> StillThere(OnRecordDb db, FrontPlan plan)
    {
        var (stories, blocks) = (plan.Placed.Select(one => one.Story).ToList(), plan.Blocks ?? []);
        var there = await db.Set<Story>()
            .Listed()
            .Where(story => stories.Contains(story.Id))
            .Select(story => story.Id)
            .ToListAsync();
        var sections = await db.Set<Section>().Select(section => section.Id).ToListAsync();
        return plan with
        {
            Lead = plan.Lead is { } lead && there.Contains(lead.Story) ? lead : null,
            Seconds = [.. plan.Seconds.Where(one => there.Contains(one.Story))],
            Blocks = plan.Blocks is null ? null : [.. blocks.Where(block => sections.Contains(block.Section))],
        };
    }

    private static Task<string?> Headline(OnRecordDb db, Guid story) =>
        db.Set<Story>()
            .Where(row => row.Id == story)
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                live => live.Id,
                (_, live) => (string?)live.Content.Headline
            )
            .FirstOrDefaultAsync();

    private static int Number(string? written) => int.TryParse(written, out var number) ? number : 0;

    private static IResult Moved(HttpContext http, string to)
    {
        http.Response.Headers.Location = to;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>The front as it stands in somebody's page, not saved.</summary>
/// <param name="Revision">The save on which it builds.</param>
/// <param name="Sought">Words of the story that is looked for.</param>
internal sealed record WorkingFront(
    FrontPlan Plan,
    int Revision,
    string Sought = "",
    IReadOnlyList<Problem>? Refused = null
)
{
    public IReadOnlyList<Problem> Problems => Refused ?? [];

    /// <summary>What was just done, as the key of a sentence, and to what.</summary>
    public (string Key, Guid What)? Done { get; init; }

    /// <summary>What another editor saved meanwhile.</summary>
    public FrontComposition? Theirs { get; init; }
}
