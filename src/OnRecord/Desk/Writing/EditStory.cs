using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using OnRecord.People;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Writing;

/// <summary>The page on which a story is written.</summary>
internal static class EditStory
{
    private static readonly string[] Tongues =
    [
        "en",
        "uk",
        "ar",
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "he",
        "hi",
        "hu",
        "hy",
        "it",
        "ja",
        "ka",
        "ko",
        "lt",
        "lv",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sq",
        "sr",
        "sv",
        "tr",
        "vi",
        "zh",
    ];

    // The encoder escapes < and >, so that no text can end the script element that holds this.
    private static readonly JsonSerializerOptions InPage = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 220,
    };

    public static async Task<IResult> Get(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        StorySide side,
        PageRenderer pages
    ) =>
        await StoryHead.Find(db, id) is { } story
            ? await Page(story, http, who, db, room, side, pages, [])
            : Results.NotFound();

    public static async Task<IResult> Page(
        Story story,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        StorySide side,
        PageRenderer pages,
        IReadOnlyList<Problem> problems,
        string? newLink = null
    )
    {
        var (head, newsroom) = await StoryHead.Of(story, http, who, room, "text", "editor.js");
        var sections = await db.Set<Section>()
            .OrderBy(row => row.Position)
            .Select(row => new NamedView(row.Id, row.Name))
            .ToListAsync();
        var languages = Languages(newsroom, story.Draft.Language);
        var mayWrite = StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who));
        var beside = await side.Of(story, who, db, newsroom, head.Words);
        var view = new EditView
        {
            Head = head,
            Problems = StoryHead.Told(problems, who.Language),
            State = JsonSerializer.Serialize(
                await EditorState.Of(story, who, newsroom, db, sections, languages, mayWrite, side.Now),
                InPage
            ),
            MayWrite = mayWrite,
            Deck = story.Draft.Deck ?? "",
            SectionId = story.Draft.SectionId?.ToString(),
            Sections = sections,
            Languages = languages,
            Byline = string.Join(", ", story.Draft.Byline),
            Topics = string.Join(", ", story.Draft.Topics),
            KnownPeople = await db.Set<Person>()
                .OrderBy(row => row.Name)
                .Select(row => row.Name)
                .Take(500)
                .ToListAsync(),
            KnownTopics = await db.Set<Topic>()
                .OrderBy(row => row.Name)
                .Select(row => row.Name)
                .Take(500)
                .ToListAsync(),
            Side = beside with { NewLink = newLink },
        };
        return await pages.Page<EditPage>(view, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : 200);
    }

    /// <summary>The languages a story may be in, the newsroom's own first.</summary>
    public static IReadOnlyList<LanguageView> Languages(Newsroom newsroom, string? also) =>
        [
            .. new[] { newsroom.Language, also }
                .OfType<string>()
                .Concat(Tongues)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(tag => new LanguageView(tag, CultureInfo.GetCultureInfo(tag).NativeName)),
        ];
}
