using System.Resources;
using Microsoft.AspNetCore.Components;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments;

/// <summary>Makes the pages on which comments are decided.</summary>
internal sealed class CommentDesk(Room room, PageRenderer pages)
{
    public const string Root = "/desk/comments";

    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Comments.CommentDeskWords",
        typeof(CommentDesk).Assembly
    );

    private static readonly (string Path, string Word, Permission Permission)[] Parts =
    [
        ("", "Queue.held", Permission.ModerateComments),
        ("?queue=reported", "Queue.reported", Permission.ModerateComments),
        ("?queue=mine", "Queue.mine", Permission.ModerateComments),
        ("?queue=all", "Queue.all", Permission.ModerateComments),
        ("/appeals", "Appeals", Permission.ModerateComments),
        ("/numbers", "Numbers", Permission.ModerateComments),
        ("/settings", "Settings", Permission.ArrangeSite),
    ];

    /// <param name="here">The key of the tab's word; null where none is.</param>
    public async Task<(CommentDeskView View, Newsroom Newsroom)> Around(
        HttpContext http,
        string? here,
        IReadOnlyList<Problem>? problems = null
    )
    {
        var (around, newsroom) = await room.Around(http, "", "comments.js");
        var words = Room.Words(Strings, around);
        var who = SignedIn.Of(http)!;
        return (
            new CommentDeskView
            {
                // A form that came back says what is wrong, not what an earlier one did.
                Around = around with
                {
                    Title = words[here ?? "Comments"],
                    Done = problems is { Count: > 0 } ? null : around.Done,
                },
                Words = words,
                Problems = StoryHead.Told(problems ?? [], who.Language),
                Tabs =
                [
                    .. Parts
                        .Where(part => who.May(part.Permission))
                        .Select(part => new DeskLink(words[part.Word], Root + part.Path, part.Word == here)),
                ],
            },
            newsroom
        );
    }

    public Task<IResult> Page<TPage>(CommentDeskView view, int? status = null)
        where TPage : IComponent => pages.Page<TPage>(view, status ?? (view.Problems.Count > 0 ? 422 : 200));

    public static Words Words(SignedIn who) => new(Strings, who.Language);
}
