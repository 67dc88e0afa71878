using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Entrance;

/// <summary>Whoever comes with a link, new or locked out, chooses here how they will sign in.</summary>
internal static class Welcome
{
    public static async Task<IResult> Get(
        HttpContext http,
        string secret,
        OnRecordDb db,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    ) =>
        await OpenLink.Find(db, secret, clock.GetUtcNow()) is { } open
            ? await Page(http, secret, open, null, doorway, pages)
            : await Gone(http, doorway, pages);

    public static async Task<IResult> Page(
        HttpContext http,
        string secret,
        OpenLink open,
        Problem? problem,
        Doorway doorway,
        PageRenderer pages
    )
    {
        var (door, newsroom) = await doorway.Around(http, open.IsNew ? "Welcome" : "WelcomeBack");
        return await pages.Page<WelcomePage>(
            new WelcomeView
            {
                Door = door,
                Path = $"/desk/welcome/{secret}",
                Name = open.Staff.Name,
                Email = open.Staff.Email,
                Newsroom = newsroom.Name,
                IsNew = open.IsNew,
                AsksCode = open.AsksCode,
                ChangeName = open.Link.Kind == InvitationKind.SetUp ? $"/desk/set-up/{secret}" : null,
                Problems = problem is null ? [] : [problem],
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    public static async Task<IResult> Gone(HttpContext http, Doorway doorway, PageRenderer pages)
    {
        var (door, _) = await doorway.Around(http, "LinkGone");
        return await pages.Page<LinkGonePage>(new LinkGoneView(door), StatusCodes.Status404NotFound);
    }

    /// <summary>Takes the second step where this link asks for it, within the caller's transaction.</summary>
    public static async Task<bool> Steps(OpenLink open, SecondStep secondStep, string? code) =>
        !open.AsksCode || await secondStep.Take(open.Staff, code ?? "") is not null;
}

/// <summary>The page on which somebody chooses how they will sign in.</summary>
public sealed record WelcomeView
{
    public required EntranceView Door { get; init; }

    /// <summary>The page's own path, which its forms go below.</summary>
    public required string Path { get; init; }

    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Newsroom { get; init; }
    public required bool IsNew { get; init; }
    public required bool AsksCode { get; init; }

    /// <summary>Where a first owner corrects their name; null for everyone else.</summary>
    public string? ChangeName { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>A link that is no longer good.</summary>
public sealed record LinkGoneView(EntranceView Door);
