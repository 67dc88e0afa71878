using Microsoft.AspNetCore.WebUtilities;
using OnRecord.Attribution;
using OnRecord.Desk.Ledger;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Sources;

/// <summary>Whom the newsroom listens to, searched and narrowed.</summary>
internal static class ShowSources
{
    private const int PageLength = 50;

    public static async Task<IResult> Get(
        string? q,
        string? kind,
        Guid? after,
        SignedIn who,
        HttpContext http,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    )
    {
        var sought = q?.Trim() is { Length: <= 200 } asked ? asked : "";
        var only = SourceForm.Choice<SourceKind>(kind);
        var found = await FindSourcePage.Of(db, sought, only, after, PageLength + 1);
        var shown = found.Take(PageLength).ToList();
        var numbers = await FindSourcePage.Numbers(db, [.. shown.Select(row => row.Id)]);
        var (around, _) = await room.Around(http, "");
        var words = Room.Words(SourcesRoutes.Strings, around);
        return await pages.Page<SourcesPage>(
            new SourcesView
            {
                Around = around with { Title = words["Sources"] },
                Words = words,
                Sought = sought,
                Kind = $"{only}",
                Sources =
                [
                    .. shown.Select(row =>
                    {
                        var number = numbers.GetValueOrDefault(row.Id, SourceNumbers.None);
                        return new SourceRowView(
                            ReadLedger.View(row),
                            number.Statements,
                            number.PassedOn,
                            number.Stories,
                            number.Last is { } last ? SourceDays.Day(words, last) : null
                        );
                    }),
                ],
                Next = found.Count > PageLength ? Link(sought, only, shown[^1].Id) : null,
                IsLater = after is not null,
                MayAdd = who.May(Permission.WriteStories),
            }
        );
    }

    private static string Link(string sought, SourceKind? kind, Guid after) =>
        QueryHelpers.AddQueryString(
            "/desk/sources",
            new Dictionary<string, string?>
            {
                ["q"] = sought.Length == 0 ? null : sought,
                ["kind"] = kind is null ? null : $"{kind}",
                ["after"] = $"{after}",
            }
        );
}
