using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Front.Lists;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.About;

/// <summary>Somebody who signs stories, and what they have published. It opens with the first story, so that no guest is known before it.</summary>
internal static class ShowPerson
{
    public static async Task<IResult> Get(
        string slug,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        PageTags tags
    )
    {
        tags.Add(StoryTags.Site);
        var place = ListPlace.Read(before);
        if (before is not null && place is null)
            return Results.NotFound();
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug);
        if (person is null)
            return await Merged(slug, db, tags);
        tags.Add(StoryTags.Person(person.Id));
        if (!await db.Set<StoryByline>().AnyAsync(row => row.PersonId == person.Id))
            return Results.NotFound();
        var address = PublicAddress.Encode($"/by/{slug}");
        var stories = await StoryLines.Newest(db, ShowList.PageSize + 1, null, place, person: person.Id);
        var (view, newsroom) = await shell.Around(
            person.Name,
            null,
            place is null ? address : $"{address}?before={Uri.EscapeDataString(before!)}"
        );
        var shown = await StoryLines.WithCounts(db, tags, [.. stories.Take(ShowList.PageSize)]);
        return await pages.Page<PersonPage>(
            new PersonView
            {
                Shell = view with { Description = person.Bio.Length > 0 ? person.Bio : person.Role },
                Name = person.Name,
                Role = person.Role,
                Bio = person.Bio,
                Languages = [.. person.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Language)],
                Contact = person.Contact,
                Portrait = Portrait(person),
                PortraitCredit = person.PortraitCredit,
                Stories = shown,
                Older = ShowList.Older(address, stories, shown),
                Newest = place is null ? null : address,
                Clock = newsroom.Local,
            }
        );
    }

    private static async Task<IResult> Merged(string slug, OnRecordDb db, PageTags tags)
    {
        var now = await db.Set<FormerPerson>()
            .Where(row => row.Slug == slug)
            .Join(
                db.Set<Person>(),
                row => row.PersonId,
                person => person.Id,
                (_, person) => new { person.Id, person.Slug }
            )
            .FirstOrDefaultAsync();
        if (now is null)
            return Results.NotFound();
        tags.Add(StoryTags.Person(now.Id));
        return Results.Redirect(PublicAddress.Encode($"/by/{now.Slug}"), permanent: true);
    }

    private static PictureRendering? Portrait(Person person) =>
        person.Portrait is { } sha256
            ? RenditionSizes.Rendering(sha256, person.PortraitWidth, person.PortraitHeight, "10rem")
            : null;

    private static (string Tag, string Name) Language(string tag)
    {
        try
        {
            return (tag, CultureInfo.GetCultureInfo(tag).NativeName);
        }
        catch (CultureNotFoundException)
        {
            return (tag, tag);
        }
    }
}

/// <summary>Somebody who signs stories, as readers see them.</summary>
public sealed record PersonView
{
    public required ShellView Shell { get; init; }
    public required string Name { get; init; }
    public string? Role { get; init; }
    public string Bio { get; init; } = "";

    /// <summary>Those they work in, each by its own name.</summary>
    public IReadOnlyList<(string Tag, string Name)> Languages { get; init; } = [];

    /// <summary>An e-mail address or a link.</summary>
    public string? Contact { get; init; }

    public PictureRendering? Portrait { get; init; }
    public string? PortraitCredit { get; init; }
    public required IReadOnlyList<StoryLine> Stories { get; init; }
    public string? Older { get; init; }
    public string? Newest { get; init; }

    /// <summary>From an instant to the newsroom's clock.</summary>
    public required Func<DateTimeOffset, DateTimeOffset> Clock { get; init; }

    public string? ContactLink =>
        Contact?.StartsWith("https://", StringComparison.Ordinal) == true ? Contact : $"mailto:{Contact}";
}
