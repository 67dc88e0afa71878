using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Writing;

/// <summary>The forms beside a story's text: its next step, who writes it by when, a link for somebody outside.</summary>
internal sealed class StoryForms(OnRecordDb db, Room room, StorySide side, PageRenderer pages, TimeProvider clock)
{
    public async Task<IResult> Move(Guid id, HttpContext http, SignedIn who, ChangeState change)
    {
        var form = await http.Request.ReadFormAsync();
        if (!Enum.TryParse<StoryState>(form["to"], out var to) || !Enum.IsDefined(to))
            return Results.BadRequest();
        var back = form["back"] == "publish" ? $"/desk/stories/{id}/publish" : $"/desk/stories/{id}";
        return await Do(
            id,
            http,
            who,
            story => change.Into(db, story, to, who, form["note"].ToString()),
            $"{back}?done=moved"
        );
    }

    public async Task<IResult> Assign(Guid id, HttpContext http, SignedIn who, AssignStory assign)
    {
        var form = await http.Request.ReadFormAsync();
        var newsroom = await db.Newsroom();
        var staff = form["staff"].Select(written => Guid.TryParse(written, out var one) ? one : Guid.Empty).ToHashSet();
        var (due, embargo) = (newsroom.Instant(form["due"]!), newsroom.Instant(form["embargo"]!));
        return await Do(
            id,
            http,
            who,
            async story =>
                form["due"].ToString().Length > 0 && due is null
                || form["embargo"].ToString().Length > 0 && embargo is null
                    ? new Problem("due", "That time does not exist on the newsroom’s clock. Write another.")
                    : await assign.Into(db, story, staff, due, embargo, who),
            $"/desk/stories/{id}?done=assigned"
        );
    }

    /// <summary>Shows the link once; afterwards only its hash is known.</summary>
    public async Task<IResult> Link(Guid id, HttpContext http, SignedIn who, PublicAddress address)
    {
        var form = await http.Request.ReadFormAsync();
        if (await StoryHead.Find(db, id) is not { } story)
            return Results.NotFound();
        var forWhom = form["for"].ToString().Trim();
        if (forWhom.Length is 0 or > 100)
            return await Refuse(story, http, who, new Problem("for", "Say for whom the link is, in a few words."));
        var hours = form["hours"].ToString() switch
        {
            "24" => 24,
            "168" => 168,
            _ => 72,
        };
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        var now = clock.GetUtcNow();
        await db.Transact(() =>
        {
            db.PreviewLinks.Add(
                new PreviewLink
                {
                    Id = Guid.CreateVersion7(now),
                    StoryId = id,
                    SecretHash = PreviewLink.HashOf(secret),
                    For = forWhom,
                    StaffId = who.Id,
                    MadeAt = now,
                    EndsAt = now.AddHours(hours),
                }
            );
            db.Audit(who, now, "story.link-made", $"story:{id}", story.Draft.Headline, forWhom);
            return Task.CompletedTask;
        });
        return await EditStory.Page(story, http, who, db, room, side, pages, [], address.Of($"/preview/{secret}"));
    }

    public async Task<IResult> EndLink(Guid id, Guid link, SignedIn who)
    {
        var now = clock.GetUtcNow();
        await db.Transact(async () =>
        {
            if (await db.PreviewLinks.FirstOrDefaultAsync(row => row.Id == link && row.StoryId == id) is not { } made)
                return;
            made.EndsAt = now;
            db.Audit(who, now, "story.link-ended", $"story:{id}", made.For);
        });
        return SeeOther.At($"/desk/stories/{id}?done=link-ended");
    }

    private async Task<IResult> Do(
        Guid id,
        HttpContext http,
        SignedIn who,
        Func<Story, Task<Problem?>> act,
        string then
    )
    {
        Problem? problem = null;
        var found = false;
        try
        {
            await db.Transact(async () =>
            {
                if (await db.Stories.FindAsync(id) is not { } story)
                    return;
                found = true;
                problem = await act(story);
                // What was refused leaves no trace.
                if (problem is not null)
                    db.ChangeTracker.Clear();
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            problem = new Problem("Somebody saved the story at this very moment. Look at it again, then repeat this.");
        }
        if (!found)
            return Results.NotFound();
        return problem is null ? SeeOther.At(then) : await Refuse((await StoryHead.Find(db, id))!, http, who, problem);
    }

    private Task<IResult> Refuse(Story story, HttpContext http, SignedIn who, Problem problem) =>
        EditStory.Page(story, http, who, db, room, side, pages, [problem]);
}
