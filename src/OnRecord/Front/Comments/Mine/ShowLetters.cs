using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Privacy;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments.Mine;

/// <summary>Ends letters to an address, by the link that each of them has, and begins them again.</summary>
internal sealed class ShowLetters(
    OnRecordDb db,
    Shell shell,
    CommentKeys keys,
    PublicAddress address,
    PageRenderer pages,
    TimeProvider clock
)
{
    public const string OnPath = "/comments/letters/on";

    /// <summary>Changes nothing: programs that look at links in mail open them all.</summary>
    public async Task<IResult> Get(string token, HttpContext http)
    {
        ShowMine.Private(http);
        return await Find(token) is { } person ? await Page(token, person.WantsNoLetters, asked: true) : await Ended();
    }

    // RFC 8058, 3.2: a mail server posts it, from nowhere, and follows no redirect. What it can do the link alone proves.
    public async Task<IResult> Off(string token, HttpContext http)
    {
        ShowMine.Private(http);
        if (await Find(token) is not { } person)
            return await Ended();
        await Set(person.Id, wantsNone: true);
        return await Page(token, isOff: true, asked: false);
    }

    public async Task<IResult> On(string token, HttpContext http)
    {
        ShowMine.Private(http);
        if (!SameOrigin.Is(http.Request, address) || await Find(token) is not { } person)
            return await Ended();
        await Set(person.Id, wantsNone: false);
        return SeeOther.At($"{PutLetter.OffPath}/{token}");
    }

    private async Task Set(Guid person, bool wantsNone) =>
        await db.Transact(() =>
            db.Set<Commenter>()
                .Where(row => row.Id == person)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.WantsNoLetters, wantsNone))
        );

    private async Task<Commenter?> Find(string token) =>
        !(await keys.Ready(db)).Refused && keys.Read(LinkPurpose.NoLetters, token, clock.GetUtcNow()) is { } id
            ? await db.Set<Commenter>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Name != "")
            : null;

    private async Task<IResult> Page(string token, bool isOff, bool asked)
    {
        var words = await Words();
        var heading = words[isOff ? "LettersOffHeading" : "LettersOnHeading"];
        var (around, _) = await shell.Around(heading, words.Language, null);
        return await pages.Page<LettersPage>(
            new LettersView(
                around,
                words,
                heading,
                words[
                    isOff
                        ? asked
                            ? "LettersOffText"
                            : "LettersOffDone"
                        : "LettersOnText"
                ],
                isOff ? $"{OnPath}/{token}" : $"{PutLetter.OffPath}/{token}",
                isOff
            )
        );
    }

    private async Task<IResult> Ended()
    {
        var words = await Words();
        var (around, _) = await shell.Around(words["EndedHeading"], words.Language, null);
        return await pages.Page<MessagePage>(
            new MessageView(around, words["EndedHeading"], words["EndedText"], []),
            StatusCodes.Status404NotFound
        );
    }

    private async Task<Words> Words() => PrivacyStrings.In((await shell.Parts.Newsroom()).Language);
}
