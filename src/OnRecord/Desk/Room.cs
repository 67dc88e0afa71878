using System.Resources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk;

/// <summary>Makes what surrounds a page of the desk: menu, name, token, words in the reader's language.</summary>
internal sealed class Room(OnRecordDb db, Assets assets, IAntiforgery antiforgery, IEnumerable<DeskMenu> menu)
{
    public static readonly ResourceManager Strings = new("OnRecord.Desk.DeskWords", typeof(Room).Assembly);

    /// <param name="title">The page's own name.</param>
    /// <param name="scripts">Names of assets that only this page needs.</param>
    public async Task<(DeskView View, Newsroom Newsroom)> Around(
        HttpContext http,
        string title,
        params string[] scripts
    )
    {
        var newsroom = await db.Newsroom();
        var who = SignedIn.Of(http);
        var words = new Words(Strings, LanguageOf(http, newsroom));
        var view = new DeskView
        {
            Title = title,
            Newsroom = newsroom.Name,
            Words = words,
            Style = assets["desk.css"],
            Theme = Theme.Address(newsroom),
            Script = assets["desk.js"],
            Icon = assets["icon.svg"],
            Token = antiforgery.GetAndStoreTokens(http).RequestToken!,
            Scripts = [.. scripts.Select(name => assets[name])],
            Me = who?.Name,
            Roles = who is null ? "" : string.Join(", ", who.Roles.Each().Select(role => words[$"Role.{role}"])),
            Menu = who is null ? [] : await Menu(who, http.Request.Path),
            UnreadNotices = who is null
                ? 0
                : await db.Set<Notice>().CountAsync(row => row.StaffId == who.Id && row.ReadAt == null),
            Done = Done(http, words),
        };
        return (view, newsroom);
    }

    /// <summary>The desk's words of an area in the language of whoever asks.</summary>
    public static Words Words(ResourceManager strings, DeskView around) => new(strings, around.Words.Language);

    /// <summary>The language the desk speaks: a colleague's own, or before sign-in the browser's, or the newsroom's.</summary>
    public static string LanguageOf(HttpContext http, Newsroom newsroom) =>
        SignedIn.Of(http)?.Language
        ?? http.Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => wanted.Value.Value!.Split('-')[0])
            .FirstOrDefault(wanted => wanted is "en" or "uk")
        ?? newsroom.Language;

    private async Task<IReadOnlyList<DeskLink>> Menu(SignedIn who, PathString path)
    {
        var links = new List<DeskLink>();
        foreach (var entry in menu.Where(entry => who.May(entry.Permission)).OrderBy(entry => entry.Order))
            links.Add(
                new DeskLink(
                    new Words(entry.Strings, who.Language)[entry.Word],
                    entry.Path,
                    entry.Path == "/desk" ? path == "/desk" : path.StartsWithSegments(entry.Path),
                    entry.Count is { } count ? await count(db) : 0
                )
            );
        return links;
    }

    // What was done is named by a key of DeskWords in the address, so that a page loaded again says it again and never something else.
    private static string? Done(HttpContext http, Words words) =>
        http.Request.Query["done"].ToString() is { Length: > 0 and < 40 } key
        && key.All(char.IsAsciiLetter)
        && Strings.GetString($"Done.{key}", System.Globalization.CultureInfo.InvariantCulture) is not null
            ? words[$"Done.{key}"]
            : null;
}
