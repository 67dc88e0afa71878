using System.Resources;
using Microsoft.AspNetCore.Components;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>Makes the pages on which the newsroom arranges its site.</summary>
internal sealed class ArrangementRoom(Room room, PageRenderer pages)
{
    public const string Root = "/desk/site";

    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Arrangement.ArrangementWords",
        typeof(ArrangementRoom).Assembly
    );

    private static readonly (string Path, string Word, Permission Permission)[] Parts =
    [
        ("", "Newsroom", Permission.RunNewsroom),
        ("/look", "Look", Permission.RunNewsroom),
        ("/sections", "Sections", Permission.ArrangeSite),
        ("/topics", "Topics", Permission.ArrangeSite),
        ("/people", "People", Permission.ArrangeSite),
        ("/menus", "Menus", Permission.ArrangeSite),
        ("/policies", "Policies", Permission.ArrangeSite),
        ("/sources", "Sources", Permission.RunNewsroom),
        ("/machines", "Machines", Permission.RunNewsroom),
    ];

    /// <param name="part">The key of the part's word.</param>
    /// <param name="title">What the page is about; null where it is the part itself.</param>
    public async Task<(ArrangementView View, Newsroom Newsroom)> Around(
        HttpContext http,
        string part,
        IReadOnlyList<Problem>? problems = null,
        string? title = null
    )
    {
        var (around, newsroom) = await room.Around(http, "", "site.js");
        var words = Room.Words(Strings, around);
        var who = SignedIn.Of(http)!;
        var tabs = Parts
            .Where(row => who.May(row.Permission))
            .Select(row => new DeskLink(words[row.Word], Root + row.Path, row.Word == part))
            .ToList();
        var view = new ArrangementView
        {
            // A form that came back says what is wrong, not what an earlier one did.
            Around = around with
            {
                Title = title ?? words[part],
                Done = problems is { Count: > 0 } ? null : around.Done,
            },
            Words = words,
            Tabs = tabs,
            Problems = problems ?? [],
            Up = title is null ? null : tabs.Find(tab => tab.Here),
        };
        return (view, newsroom);
    }

    public Task<IResult> Page<TPage>(ArrangementView view, object model)
        where TPage : IComponent => pages.Page<TPage>(model, view.Problems.Count > 0 ? 422 : 200);

    /// <summary>The words in which a form is answered.</summary>
    public static Words Words(SignedIn who) => new(Strings, who.Language);

    /// <summary>After something was done: the page that shows it.</summary>
    public static IResult Done(HttpContext http, string path)
    {
        http.Response.Headers.Location = $"{Root}{path}?done=Saved";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
