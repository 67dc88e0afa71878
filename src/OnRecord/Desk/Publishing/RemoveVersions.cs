using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;

namespace OnRecord.Desk.Publishing;

/// <summary>Removal by law: asks for the reason, the notice and the versions, then names what is destroyed for good, and only then does it.</summary>
internal sealed class RemoveVersions(OnRecordDb db, Room room, PageRenderer pages)
{
    public async Task<IResult> Show(Guid id, HttpContext http, SignedIn who) =>
        await StoryHead.Find(db, id, versions: true) is { } story
            ? await Page(story, http, who, new RemoveFields(), [])
            : Results.NotFound();

    public async Task<IResult> Do(Guid id, HttpContext http, SignedIn who, WithdrawStory withdraw)
    {
        var read = await http.Request.ReadFormAsync();
        var form = RemoveFields.Read(read);
        if (await StoryHead.Find(db, id, versions: true) is not { } looked)
            return Results.NotFound();
        IReadOnlyList<Problem> problems = [.. looked.RemovalRefused(form.Reason, form.Note, Numbers(looked, form))];
        if (problems.Count > 0 || read["confirmed"] != "on")
            return await Page(looked, http, who, form, problems);
        // All that there were when the question was asked; a version that came since has not been asked about.
        problems = await Remove(id, form, Numbers(looked, form), who, withdraw);
        return problems.Count == 0
            ? SeeOther.At($"/desk/stories/{id}/publish?done=withdrawn")
            : await Page(looked, http, who, form, problems);
    }

    private async Task<IReadOnlyList<Problem>> Remove(
        Guid id,
        RemoveFields form,
        IReadOnlyList<int> numbers,
        SignedIn who,
        WithdrawStory withdraw
    )
    {
        IReadOnlyList<Problem> problems = [];
        try
        {
            await db.Transact(async () =>
            {
                db.ChangeTracker.Clear();
                var story = await db.Stories.Include(row => row.Versions).FirstAsync(row => row.Id == id);
                problems = (await withdraw.Remove(db, story, form.Reason, form.Note, numbers, who)).Problems;
                if (problems.Count > 0)
                    db.ChangeTracker.Clear();
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return [new Problem("Somebody saved the story at this very moment. Look at it again, then repeat this.")];
        }
        return problems;
    }

    private async Task<IResult> Page(
        Story story,
        HttpContext http,
        SignedIn who,
        RemoveFields form,
        IReadOnlyList<Problem> problems
    )
    {
        var (head, newsroom) = await StoryHead.Of(story, http, who, room, "publish");
        var numbers = Numbers(story, form);
        var view = new RemoveView
        {
            Head = head,
            Problems = StoryHead.Told(problems, who.Language),
            Reasons = SealErasure.Reasons,
            Versions =
            [
                .. story
                    .Versions.Where(row => row.HasWords)
                    .OrderBy(row => row.Number)
                    .Select(row => new RemovableVersion(
                        row.Number,
                        $"v{row.Number} {head.Words[$"Kind.{row.Kind}"]}, {head.Words.Moment(newsroom.Local(row.At))}",
                        row.Note,
                        numbers.Contains(row.Number)
                    )),
            ],
            Filled = form with { Numbers = [.. numbers] },
            IsAsked = http.Request.Method == HttpMethods.Post && problems.Count == 0,
            GoesDown = story.GoesWith(numbers),
        };
        return await pages.Page<RemovePage>(
            view,
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static IReadOnlyList<int> Numbers(Story story, RemoveFields form) =>
        form.Some ? form.Numbers : story.Removable();
}
