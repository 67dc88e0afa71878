using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;

namespace OnRecord.Front.Archive;

/// <summary>All topics that have stories, by the alphabet of the newsroom's language.</summary>
internal static class ShowTopics
{
    public const string Path = "/topics";

    /// <summary>Beyond this many, each letter has a page of its own.</summary>
    public const int Most = 600;

    public static async Task<IResult> Get(string? letter, OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Front);
        tags.Add(StoryTags.Site);
        var newsroom = await db.Newsroom();
        var words = Shell.Words(newsroom.Language);
        var topics = await db.Set<Topic>()
            .AsNoTracking()
            .Where(topic =>
                db.Set<StoryTopic>()
                    .Any(row =>
                        row.TopicId == topic.Id && db.Set<Story>().Listed().Any(story => story.Id == row.StoryId)
                    )
            )
            .ToListAsync();
        var culture = CultureInfo.GetCultureInfo(words.Language);
        var order = StringComparer.Create(culture, ignoreCase: true);
        var all = topics
            .GroupBy(topic => Letter(topic.Name, culture))
            .OrderBy(group => group.Key, order)
            .Select(group => new TopicLetter(
                group.Key,
                [.. group.OrderBy(topic => topic.Name, order).Select(Shell.Link)]
            ))
            .ToList();
        var isMany = topics.Count > Most;
        if (letter is not null && (!isMany || all.TrueForAll(one => one.Letter != letter)))
            return Results.NotFound();
        var (around, _) = await shell.Around(
            words["TopicsHeading"],
            null,
            letter is null ? Path : $"{Path}?letter={Uri.EscapeDataString(letter)}"
        );
        return await pages.Page<TopicsPage>(
            new TopicsView(
                around with
                {
                    Description = words["TopicsIntro"],
                },
                isMany ? [.. all.Where(one => one.Letter == (letter ?? all[0].Letter))] : all,
                isMany ? [.. all.Select(one => one.Letter)] : []
            )
        );
    }

    private static string Letter(string name, CultureInfo culture) =>
        StringInfo.GetNextTextElement(name.TrimStart()) is { Length: > 0 } first && char.IsLetter(first, 0)
            ? first.ToUpper(culture)
            : "#";
}

/// <summary>The page of topics.</summary>
/// <param name="Letters">Those that lead to pages of their own; empty where all topics stand on one.</param>
public sealed record TopicsView(ShellView Shell, IReadOnlyList<TopicLetter> Topics, IReadOnlyList<string> Letters);

/// <summary>The topics of one letter.</summary>
public sealed record TopicLetter(string Letter, IReadOnlyList<SectionLink> Topics);
