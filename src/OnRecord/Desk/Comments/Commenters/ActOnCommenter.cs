using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Comments.Posting;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments.Commenters;

/// <summary>Acts on somebody who comments: a sanction, a note, a look at their address.</summary>
internal sealed class ActOnCommenter(
    OnRecordDb db,
    SanctionCommenter sanction,
    OpenAddress open,
    ShowCommenter people,
    TimeProvider clock
)
{
    public async Task<IResult> Sanction(Guid id, HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        var typed = new TypedSanctionView(
            form["sanction"].ToString(),
            form["until"].ToString(),
            CommentForm.Clean(form["why"].ToString()),
            form["refuses"] == "yes",
            ""
        );
        var newsroom = await db.Newsroom();
        var act = Enum.TryParse<SanctionAct>(typed.Act, out var chosen) ? chosen : default;
        Outcome<Commenter>? outcome = null;
        await db.Transact(async () =>
        {
            // A suspension ends with the day that was chosen.
            if (await db.Commenters.FindAsync(id) is { } person)
                outcome = await sanction.Into(
                    db,
                    person,
                    act,
                    newsroom.Instant($"{typed.Until}T23:59"),
                    typed.Said,
                    typed.Refuses,
                    who
                );
        });
        return outcome switch
        {
            null => Results.NotFound(),
            { Refused: true } refused => await people.Page(id, http, who, problems: refused.Problems, sanction: typed),
            _ => SeeOther.At($"{ShowCommenter.Link(id)}?done=CommenterTold"),
        };
    }

    public async Task<IResult> Note(Guid id, HttpContext http, SignedIn who)
    {
        var text = CommentForm.Clean((await http.Request.ReadFormAsync())["note"].ToString());
        if (await db.Commenters.FindAsync(id) is null)
            return Results.NotFound();
        var problem =
            text.Length == 0 ? new Problem("note", "Write the note before you save it.")
            : text.Length > CommenterNote.LongestText
                ? Problem.With(
                    "note",
                    "A note holds {0} characters at most. Make it shorter.",
                    CommenterNote.LongestText
                )
            : null;
        if (problem is not null)
            return await people.Page(
                id,
                http,
                who,
                problems: [problem],
                sanction: new TypedSanctionView("", "", "", false, text)
            );
        var now = clock.GetUtcNow();
        await db.Transact(() =>
        {
            db.CommenterNotes.Add(
                new CommenterNote
                {
                    Id = Guid.CreateVersion7(now),
                    CommenterId = id,
                    At = now,
                    StaffId = who.Id,
                    Text = text,
                }
            );
            return Task.CompletedTask;
        });
        return SeeOther.At($"{ShowCommenter.Link(id)}?done=Saved");
    }

    // It is a POST: nobody sees an address because a page was loaded again, or a link followed.
    public async Task<IResult> Address(Guid id, HttpContext http, SignedIn who)
    {
        Outcome<string>? outcome = null;
        await db.Transact(async () =>
        {
            if (await db.Commenters.FindAsync(id) is { } person)
                outcome = await open.Of(db, person, who, StaffSessions.AddressOf(http));
        });
        return outcome switch
        {
            null => Results.NotFound(),
            { Value: { } address } => await people.Page(id, http, who, address: address),
            { } refused => await people.Page(id, http, who, problems: refused.Problems),
        };
    }
}
