using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Search;
using OnRecord.Stories;

namespace OnRecord.Front.Search;

/// <summary>A reader's search: the field, and what was found. Whatever is typed, it is answered with a page.</summary>
internal static class ShowSearch
{
    public const string Path = "/search";

    private static readonly string[] Site = [StoryTags.Site];

    private static readonly ResourceManager Strings = new(
        "OnRecord.Front.Search.SearchWords",
        typeof(ShowSearch).Assembly
    );

    public static async Task<IResult> Get(
        HttpContext http,
        OnRecordDb db,
        FindStories find,
        Shell shell,
        PageStore store,
        PageRenderer pages,
        CancellationToken stop
    )
    {
        // What somebody looks for is theirs, and an old answer would not show what was published since.
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var newsroom = await shell.Parts.Newsroom();
        var words = new Words(Strings, newsroom.Language);
        // Also those that no menu leads to.
        var sections = await store.Part(
            "searched sections",
            Site,
            () =>
                db.Set<Section>()
                    .Where(section => db.Set<Story>().Any(story => story.LiveSectionId == section.Id))
                    .OrderBy(section => section.Position)
                    .AsNoTracking()
                    .ToListAsync()
        );
        var asked = SearchForm.Read(http.Request.Query, sections, newsroom, words);
        var question = Question.Read(asked.Typed);
        var (around, _) = await shell.Around(
            question.Typed.Length == 0 ? words["Title"] : words.With("TitleOf", question.Typed),
            null,
            null
        );
        var view = new SearchView
        {
            Shell = around,
            Words = words,
            Typed = question.Typed,
            Section = asked.Section?.Slug,
            Sections = [.. sections.Select(section => new SectionChoice(section.Slug, section.Name, section.Language))],
            From = asked.From,
            Until = asked.Until,
            Problems = asked.Problems,
        };
        if (question.Words.Count == 0)
            return await pages.Page<SearchPage>(view with { HasNoWords = question.Typed.Length > 0 });
        var found = await find.Run(question, asked.Narrowing, asked.After, stop);
        return await pages.Page<SearchPage>(await With(view, asked, question, found, sections, newsroom, db, stop));
    }

    private static async Task<SearchView> With(
        SearchView view,
        SearchForm asked,
        Question question,
        FoundStories found,
        List<Section> sections,
        Newsroom newsroom,
        OnRecordDb db,
        CancellationToken stop
    )
    {
        var stories = await ReadStories.At(db, [.. found.Page.Select(story => story.Place)], stop);
        var words = view.Words;
        var now = asked with { Typed = found.IsInstead ? found.Meant! : question.Typed, After = null };
        var feeds = FeedLinks.Below(Path, words.With("TitleOf", now.Typed), now.Feed.Address[Path.Length..]);
        return view with
        {
            Shell = view.Shell with { Feeds = [.. feeds, .. view.Shell.Feeds] },
            Feed = stories.Count == 0 ? null : feeds.First().Path,
            IsAnswered = true,
            Stories = [.. stories.Select(story => Found(story, found, sections, newsroom, words))],
            Count =
                found.Total >= FindStories.MostRanked ? words["FoundMany"]
                : found.Total > 0 ? words.Count("Found", found.Total)
                : "",
            Hint = question.IsCut ? words["Cut"] : null,
            Meant = found.Meant,
            MeantLink = found.Meant is { } meant ? (asked with { Typed = meant, After = null }).Address : null,
            IsInstead = found.IsInstead,
            Alone =
            [
                .. found
                    .Alone.Where(_ => found.Alone.Count > 1 || question.Words.Count > 1)
                    .Select(word => new WordLink(
                        word.Word.Written,
                        (asked with { Typed = word.Word.Written, After = null }).Address
                    )),
            ],
            Everywhere = asked.IsNarrowed ? new SearchForm { Typed = question.Typed }.Address : null,
            Next = found.Next is { } next ? (now with { After = next.ToString() }).Address : null,
            First = asked.After is null ? null : now.Address,
        };
    }

    private static FoundView Found(
        FoundStory story,
        FoundStories found,
        List<Section> sections,
        Newsroom newsroom,
        Words words
    ) =>
        new()
        {
            Link = PublicAddress.Encode(story.Path),
            Headline = Snippet.Mark(story.Content.Headline, found.Marked),
            Passage = Snippet.Of(SearchedText.Of(story.Content), found.Marked),
            Language = story.Content.Language,
            Byline = story.Content.Byline.Count == 0 ? null : string.Join(", ", story.Content.Byline),
            Section = sections.Find(section => section.Id == story.SectionId) is { } section
                ? Shell.Link(section)
                : null,
            IsRetracted = story.IsRetracted,
            At = story.PublishedAt,
            Said = words.Moment(newsroom.Local(story.PublishedAt)),
        };
}

/// <summary>What the address asks for. What cannot be read is said, and left as it was typed.</summary>
internal sealed record SearchForm
{
    private const int LongestDay = 40;

    public string Typed { get; init; } = "";
    public Section? Section { get; init; }
    public string From { get; init; } = "";
    public string Until { get; init; } = "";
    public string? After { get; init; }
    public Narrowing Narrowing { get; init; } = new();
    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool IsNarrowed => Narrowing != new Narrowing();

    /// <summary>What of it a feed is made by: a feed has no end, and shows its newest only.</summary>
    public SearchForm Feed => new() { Typed = Typed, Section = Section };

    public string Address
    {
        get
        {
            var query = new QueryBuilder { { "q", Typed } };
            foreach (
                var (key, value) in new[]
                {
                    ("section", Section?.Slug),
                    ("from", From),
                    ("to", Until),
                    ("after", After),
                }
            )
                if (!string.IsNullOrEmpty(value))
                    query.Add(key, value);
            return ShowSearch.Path + query;
        }
    }

    public static SearchForm Read(IQueryCollection query, List<Section> sections, Newsroom newsroom, Words words)
    {
        var problems = new List<string>();
        var section = sections.Find(row => row.Slug == query["section"].ToString());
        var (from, until) = (Day("from"), Day("to"));
        if (from > until)
        {
            problems.Add(words["DaysCrossed"]);
            (from, until) = (null, null);
        }
        return new SearchForm
        {
            Typed = query["q"].ToString(),
            Section = section,
            From = Written("from"),
            Until = Written("to"),
            After = query["after"].ToString() is { Length: > 0 } after ? after : null,
            Narrowing = new Narrowing(section?.Id, Midnight(from, newsroom), Midnight(until?.AddDays(1), newsroom)),
            Problems = problems,
        };

        string Written(string key)
        {
            var text = query[key].ToString().Trim();
            return Question.Read(text.Length > LongestDay ? text[..LongestDay] : text).Typed;
        }

        DateOnly? Day(string key)
        {
            var text = Written(key);
            if (text.Length == 0)
                return null;
            if (
                DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) && day.Year is >= 1900 and <= 8999
            )
                return day;
            problems.Add(words.With("BadDay", text));
            return null;
        }
    }

    // Where the clock leaps over midnight in spring, the day begins an hour later.
    private static DateTimeOffset? Midnight(DateOnly? day, Newsroom newsroom) =>
        day is { } date
            ? newsroom.Instant(string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}T00:00"))
                ?? newsroom.Instant(string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}T01:00"))
            : null;
}
