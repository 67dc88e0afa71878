using OnRecord.Feeds.Hubs;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Feeds;

/// <summary>The newest corrections as a feed, so that a correction travels as far as the mistake did.</summary>
internal static class ShowCorrectionsFeed
{
    private const int Length = 50;
    private const string Page = "/corrections";

    public const string Path = $"{Page}/feed";

    public static async Task<IResult> Get(HttpContext http, OnRecordDb db, PublicAddress address, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Corrections);
        var newsroom = await db.Newsroom();
        var words = FeedText.Words(newsroom.Language);
        var lines = await CorrectionLines.Newest(db, Length, before: null);
        // Of an empty list nobody has yet changed anything.
        var updated = lines.Select(line => line.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var feed = new AtomFeed
        {
            Self = address.Of(Path),
            Page = address.Of(Page),
            Title = words.With("CorrectionsTitle", newsroom.Name),
            Subtitle = words["CorrectionsSubtitle"],
            Author = newsroom.Name,
            Language = newsroom.Language,
            UpdatedAt = updated,
            Hubs = Newsroom.Lines(newsroom.Hubs),
            Entries = [.. lines.Select(line => Entry(line, address))],
        };
        HubLinks.Add(http.Response, feed.Self, feed.Hubs);
        return Results.Bytes(feed.Write(), AtomFeed.MediaType, lastModified: updated);
    }

    private static AtomEntry Entry(CorrectionLine line, PublicAddress address)
    {
        var words = FeedText.Words(line.Language);
        return new AtomEntry
        {
            Id = line.Id,
            Title = words.With($"Title.{line.Kind}", line.Headline ?? words["RemovedStory"]),
            Language = line.Language,
            Categories =
            [
                line.Kind switch
                {
                    VersionKind.Clarification => "clarification",
                    VersionKind.Correction => "correction",
                    VersionKind.Retraction => "retraction",
                    _ => "removal",
                },
            ],
            PublishedAt = line.At,
            UpdatedAt = line.ChangedAt,
            Page = address.Of(line.Path ?? Page),
            Related = line.Comparison is { } comparison ? address.Of(comparison) : null,
            Paragraphs = [.. Paragraphs(line, words)],
        };
    }

    private static IEnumerable<(string? Label, string Words)> Paragraphs(CorrectionLine line, Words words)
    {
        if (line.Reason is { } reason)
            yield return (null, words[$"RemovedFor.{reason}"]);
        if (line.IsErased)
            yield return (null, words["WordsRemoved"]);
        if (line.Wrong is { } wrong)
            yield return (words["WhatWasWrong"], wrong);
        if (line.Right is { } right)
            yield return (words["WhatIsRight"], right);
        if (line.Note.Length > 0)
            yield return (null, line.Note);
    }
}
