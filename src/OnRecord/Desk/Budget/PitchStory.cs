using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Budget;

/// <summary>Begins a story: as a pitch, or to write it at once.</summary>
internal static class PitchStory
{
    public sealed record Form(string Headline, string Brief, Guid? Section, string Language, bool Mine, bool Write);

    public static Task<IResult> Get(HttpContext http, SignedIn who, OnRecordDb db, Room room, PageRenderer pages) =>
        Page(new Form("", "", null, "", true, true), [], http, who, db, room, pages);

    public static async Task<IResult> Submit(
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        TimeProvider clock,
        PageRenderer pages
    )
    {
        var fields = await http.Request.ReadFormAsync();
        var form = new Form(
            fields["headline"].ToString().ReplaceLineEndings(" ").Trim(),
            fields["brief"].ToString().Trim(),
            Guid.TryParse(fields["section"], out var section) ? section : null,
            fields["language"].ToString(),
            fields["mine"] == "on",
            fields["write"].Count > 0
        );
        if (await Fault(form, db) is { } problem)
            return await Page(form, [problem], http, who, db, room, pages);
        var now = clock.GetUtcNow();
        var story = Story.Begin(form.Headline, form.Language, form.Section, form.Brief, who.Id, now);
        await db.Transact(() =>
        {
            db.Stories.Add(story);
            if (form.Mine || form.Write)
                db.StoryAssignments.Add(
                    new StoryAssignment
                    {
                        StoryId = story.Id,
                        StaffId = who.Id,
                        At = now,
                    }
                );
            if (form.Write)
            {
                ChangeState.Note(db, story, StoryState.Pitch, StoryState.Writing, who.Id, now);
                story.Enter(StoryState.Writing, now);
            }
            db.Audit(who, now, "story.begun", $"story:{story.Id}", story.Draft.Headline);
            return Task.CompletedTask;
        });
        return SeeOther.At(form.Write ? $"/desk/stories/{story.Id}" : "/desk/stories?state=Pitch&done=Saved");
    }

    private static async Task<Problem?> Fault(Form form, OnRecordDb db) =>
        form.Headline.Length is 0 or > 300
            ? new Problem(
                "headline",
                "Give it a working headline of at most 300 characters. It can change at any time."
            )
        : form.Brief.Length > 5000
            ? new Problem("brief", "What it is about is longer than 5,000 characters. Make it shorter.")
        : form.Section is { } section && !await db.Set<Section>().AnyAsync(row => row.Id == section)
            ? new Problem("section", "That section is no longer there. Choose another.")
        : !EditStory.Languages(await db.Newsroom(), null).Any(known => known.Tag == form.Language)
            ? new Problem("language", "Choose the language the story is written in.")
        : null;

    private static async Task<IResult> Page(
        Form form,
        IReadOnlyList<Problem> problems,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    )
    {
        var words = new Words(ShowBudget.Strings, who.Language);
        var (around, newsroom) = await room.Around(http, words["NewStory"]);
        var view = new PitchView
        {
            Around = around,
            Words = words,
            Problems = StoryHead.Told(problems, who.Language),
            Headline = form.Headline,
            Brief = form.Brief,
            Section = form.Section,
            Language = form.Language.Length == 0 ? newsroom.Language : form.Language,
            Mine = form.Mine,
            Sections = await db.Set<Section>()
                .OrderBy(row => row.Position)
                .Select(row => new NamedView(row.Id, row.Name))
                .ToListAsync(),
            Languages = EditStory.Languages(newsroom, null),
        };
        return await pages.Page<PitchPage>(
            view,
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }
}

/// <summary>The page on which a story begins.</summary>
public sealed record PitchView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    public required string Headline { get; init; }
    public required string Brief { get; init; }
    public Guid? Section { get; init; }
    public required string Language { get; init; }
    public required bool Mine { get; init; }
    public required IReadOnlyList<NamedView> Sections { get; init; }
    public required IReadOnlyList<LanguageView> Languages { get; init; }
}
