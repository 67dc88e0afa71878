using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>The first owner says who they are; how they will sign in they choose on the page that welcomes everyone.</summary>
internal static class SetUp
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Language { get; init; }
    }

    public static async Task<IResult> Get(
        HttpContext http,
        string secret,
        OnRecordDb db,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        if (await FirstOwner.Open(db, secret, clock.GetUtcNow()) is not { } link)
            return TypedResults.NotFound();
        var named = link.StaffId is { } id ? await db.Staff.FindAsync(id) : null;
        var (door, _) = await doorway.Around(http, "SetUp");
        return await Page(
            door,
            new Form
            {
                Name = named?.Name,
                Email = named?.Email,
                Language = named?.Language ?? door.Words.Language,
            },
            [],
            pages,
            StatusCodes.Status200OK
        );
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        string secret,
        [FromForm] Form? form,
        OnRecordDb db,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        if (await FirstOwner.Open(db, secret, clock.GetUtcNow()) is not { } link)
            return TypedResults.NotFound();
        form ??= new Form();
        var (door, newsroom) = await doorway.Around(http, "SetUp");
        var newcomer = new Newcomer(
            form.Name ?? "",
            form.Email ?? "",
            Roles.Owner,
            form.Language ?? "en",
            newsroom.Name
        );
        var named = await FirstOwner.Name(db, link, newcomer, clock.GetUtcNow(), door.Access);
        return named.Refused
            ? await Page(door, form, named.Problems, pages, StatusCodes.Status422UnprocessableEntity)
            : SeeOther.At($"/desk/welcome/{secret}");
    }

    private static Task<IResult> Page(
        EntranceView door,
        Form form,
        IReadOnlyList<Problem> problems,
        PageRenderer pages,
        int status
    ) =>
        pages.Page<SetUpPage>(
            new SetUpView
            {
                Door = door,
                Name = form.Name ?? "",
                Email = form.Email ?? "",
                Language = form.Language ?? "en",
                Problems = problems,
            },
            status
        );
}

/// <summary>The page on which the first owner says who they are.</summary>
public sealed record SetUpView
{
    public required EntranceView Door { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
}
