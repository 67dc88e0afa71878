using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Entrance;

/// <summary>For those who cannot get in: a link by mail. The answer is the same whether or not the address has an account.</summary>
internal static class Recover
{
    public sealed record Form
    {
        public string? Email { get; init; }
    }

    public static Task<IResult> Get(HttpContext http, Doorway doorway, PageRenderer pages) =>
        Page(http, null, false, doorway, pages, StatusCodes.Status200OK);

    public static async Task<IResult> Submit(
        HttpContext http,
        [FromForm] Form? form,
        SendRecovery recovery,
        SignInThrottle throttle,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        var email = form?.Email?.Trim() ?? "";
        if (email.Length is 0 or > 254)
            return await Page(
                http,
                words => words["Recover.Empty"],
                false,
                doorway,
                pages,
                StatusCodes.Status422UnprocessableEntity
            );
        // Counted apart from sign-in, and never struck out: nobody's mailbox is to be filled from here.
        if ((await throttle.Enter($"recover {email}", http)).Wait is { } wait)
            return await Page(
                http,
                words => Doorway.WaitSentence(words, wait, clock.GetUtcNow()),
                false,
                doorway,
                pages,
                StatusCodes.Status429TooManyRequests
            );
        var (_, newsroom) = await doorway.Around(http, "Recover");
        await recovery.Asked(http, email, newsroom.Name);
        return await Page(http, null, true, doorway, pages, StatusCodes.Status200OK);
    }

    private static async Task<IResult> Page(
        HttpContext http,
        Func<Words, string>? problem,
        bool sent,
        Doorway doorway,
        PageRenderer pages,
        int status
    )
    {
        var (door, _) = await doorway.Around(http, "Recover");
        return await pages.Page<RecoverPage>(
            new RecoverView(door, sent, problem is null ? [] : [new Problem("email", problem(door.Words))]),
            status
        );
    }
}

/// <summary>The page for those who cannot get in.</summary>
public sealed record RecoverView(EntranceView Door, bool Sent, IReadOnlyList<Problem> Problems);
