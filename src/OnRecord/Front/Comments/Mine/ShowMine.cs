using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Posting;
using OnRecord.Comments.Privacy;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments.Mine;

/// <summary>What a commenter has held of them: asked for by letter; seen, taken along and erased by the link in it.</summary>
internal sealed class ShowMine(
    OnRecordDb db,
    Shell shell,
    AskForData ask,
    HeldData held,
    EraseCommenter erase,
    CommentKeys keys,
    PublicAddress address,
    PageRenderer pages,
    TimeProvider clock
)
{
    /// <summary>More are in the file.</summary>
    private const int Listed = 100;

    public async Task<IResult> Form(HttpContext http)
    {
        Private(http);
        return await Form("", null, StatusCodes.Status200OK);
    }

    public async Task<IResult> Ask(HttpContext http)
    {
        Private(http);
        var words = await Words();
        if (!SameOrigin.Is(http.Request, address) || !http.Request.HasFormContentType)
            return await Message("Foreign", StatusCodes.Status400BadRequest);
        var email = (await http.Request.ReadFormAsync())["email"].ToString().Trim();
        if (!CommentForm.IsMail(email))
            return await Form(
                email,
                new Problem("email", words["NoAddress"]),
                StatusCodes.Status422UnprocessableEntity
            );
        var outcome = await ask.Ask(db, email, http.Connection.RemoteIpAddress, words.Language);
        return outcome.Refused
            ? await Form(email, outcome.Problems[0], StatusCodes.Status429TooManyRequests)
            : SeeOther.At($"{PutLetter.MinePath}/asked");
    }

    /// <summary>The same for everyone, known or not.</summary>
    public Task<IResult> Asked(HttpContext http) => Said("Asked", http);

    public Task<IResult> Erased(HttpContext http, string? kept) => Said(kept is null ? "Erased" : "ErasedButBan", http);

    public async Task<IResult> Data(string token, HttpContext http)
    {
        Private(http);
        return await Find(token) is { } person
            ? await Page(token, person, isErasing: false)
            : await Message("Ended", StatusCodes.Status404NotFound);
    }

    /// <summary>Asks once more.</summary>
    public async Task<IResult> BeforeErasing(string token, HttpContext http)
    {
        Private(http);
        return await Find(token) is { } person
            ? await Page(token, person, isErasing: true)
            : await Message("Ended", StatusCodes.Status404NotFound);
    }

    public async Task<IResult> File(string token, HttpContext http)
    {
        Private(http);
        if (await Find(token) is not { } person)
            return await Message("Ended", StatusCodes.Status404NotFound);
        return Results.Stream(
            output => held.Write(db, person, output, http.RequestAborted),
            "application/json; charset=utf-8",
            "comments-and-data.json"
        );
    }

    public async Task<IResult> Erase(string token, HttpContext http)
    {
        Private(http);
        if (!SameOrigin.Is(http.Request, address))
            return await Message("Foreign", StatusCodes.Status400BadRequest);
        if (await Find(token) is not { } person)
            return await Message("Ended", StatusCodes.Status404NotFound);
        // Whoever goes away meanwhile is erased all the same.
        await erase.Erase(db, person.Id, CancellationToken.None);
        return SeeOther.At($"{PutLetter.MinePath}/erased{(person.IsBarred(clock.GetUtcNow()) ? "?kept=ban" : "")}");
    }

    private async Task<Commenter?> Find(string token) =>
        !(await keys.Ready(db)).Refused && keys.Read(LinkPurpose.MyData, token, clock.GetUtcNow()) is { } id
            ? await db.Set<Commenter>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id)
            : null;

    private async Task<IResult> Page(string token, Commenter person, bool isErasing)
    {
        var comments = await HeldData.Newest(db, person.Id, Listed);
        var words = PrivacyStrings.In(comments.FirstOrDefault()?.Comment.Language ?? (await Words()).Language);
        var heading = words[isErasing ? "EraseHeading" : "DataHeading"];
        var (around, newsroom) = await shell.Around(heading, words.Language, null);
        var states = CommentStrings.In(words.Language);
        string? Said(DateTimeOffset? at) => at is { } known ? words.Moment(newsroom.Local(known)) : null;
        return await pages.Page<MinePage>(
            new MineView
            {
                Shell = around,
                Words = words,
                Heading = heading,
                IsErasing = isErasing,
                KeepsBan = person.IsBarred(clock.GetUtcNow()),
                Action = $"{PutLetter.MinePath}/{token}",
                Letters = $"{PutLetter.OffPath}/{keys.Token(LinkPurpose.NoLetters, person.Id)}",
                Facts =
                [
                    .. new (string Key, string? Value)[]
                    {
                        ("Email", held.Email(person)),
                        ("Name", person.Name),
                        ("First", Said(person.FirstAt)),
                        ("Last", Said(person.LastAt)),
                        ("Confirmed", Said(person.ConfirmedAt)),
                        ("Warned", Said(person.WarnedAt)),
                        ("Held", person.IsHeld ? words["Yes"] : null),
                        ("Suspended", Said(person.SuspendedUntil)),
                        ("Banned", Said(person.BannedAt)),
                        ("Sanction", person.Sanction),
                        ("Letters", words[person.WantsNoLetters ? "LettersOff" : "LettersOn"]),
                    }
                        .Where(fact => !string.IsNullOrEmpty(fact.Value))
                        .Select(fact => new MineFact(words[$"Fact.{fact.Key}"], fact.Value!)),
                ],
                Comments =
                [
                    .. comments.Select(row => new MineComment
                    {
                        Headline = row.Headline,
                        Story = row.Path is { } path ? PublicAddress.Encode(path) : null,
                        At = newsroom.Local(row.Comment.At),
                        State = words[$"State.{row.Comment.State}"],
                        Reasons = row.Comment.State is CommentState.Held or CommentState.Rejected
                            ? [.. Doubt.Read(row.Comment.Why).Select(doubt => CommentStrings.Why(states, doubt))]
                            : [],
                        Html = TalkViews.Html(row.Comment.Text),
                        Link = row.Comment.IsShown ? $"/comments/{row.Comment.Id}" : null,
                        KeepsAddress = row.Comment.AddressKey is not null,
                    }),
                ],
                IsCut = comments.Count == Listed,
            }
        );
    }

    private async Task<IResult> Form(string email, Problem? problem, int status)
    {
        var words = await Words();
        var (around, _) = await shell.Around(words["MineHeading"], words.Language, null);
        return await pages.Page<AskPage>(new AskView(around, words, email, problem), status);
    }

    private async Task<IResult> Said(string key, HttpContext http)
    {
        Private(http);
        return await Message(key, StatusCodes.Status200OK);
    }

    private async Task<IResult> Message(string key, int status)
    {
        var words = await Words();
        var (around, _) = await shell.Around(words[$"{key}Heading"], words.Language, null);
        return await pages.Page<MessagePage>(
            new MessageView(around, words[$"{key}Heading"], words[$"{key}Text"], []),
            status
        );
    }

    private async Task<Words> Words() => PrivacyStrings.In((await shell.Parts.Newsroom()).Language);

    /// <summary>Nobody keeps it, and nobody learns from where the next page was asked for.</summary>
    public static void Private(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
