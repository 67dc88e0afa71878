using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;

namespace OnRecord.Desk.Writing;

/// <summary>Comments on a passage: said, answered, resolved, opened again.</summary>
internal static class Comments
{
    public static async Task<IResult> Add(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        CommentOnStory comments
    )
    {
        if (await SoundJson.Read<CommentForm>(http.Request) is not { } form)
            return Results.BadRequest();
        Outcome<StoryComment>? outcome = null;
        await db.Transact(async () =>
        {
            if (await db.Stories.FindAsync(id) is { } story)
                outcome = await comments.Into(
                    db,
                    story,
                    who,
                    form.Thread ?? "",
                    form.ReplyTo,
                    form.Quote ?? "",
                    form.Text ?? ""
                );
        });
        return outcome switch
        {
            null => Results.NotFound(),
            { Value: { } comment } => Results.Ok(Draft.View(comment, await Draft.Names(db))),
            { Problems: var problems } => KeepWords.Refused(who, [.. problems]),
        };
    }

    public static Task<IResult> Resolve(Guid id, string thread, SignedIn who, OnRecordDb db, CommentOnStory comments) =>
        Set(id, thread, who, db, comments);

    public static Task<IResult> Reopen(Guid id, string thread, OnRecordDb db, CommentOnStory comments) =>
        Set(id, thread, null, db, comments);

    private static async Task<IResult> Set(Guid id, string thread, SignedIn? by, OnRecordDb db, CommentOnStory comments)
    {
        var found = false;
        await db.Transact(async () =>
        {
            if (await db.Stories.FindAsync(id) is not { } story)
                return;
            found = true;
            await comments.Resolve(db, story, thread, by);
        });
        return found ? Results.Ok(await Draft.Comments(db, id)) : Results.NotFound();
    }
}

/// <summary>What a colleague says of a passage.</summary>
public sealed record CommentForm(string? Thread, Guid? ReplyTo, string? Quote, string? Text);
