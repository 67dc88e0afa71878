using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using OnRecord.Front.About;
using OnRecord.Front.Margin;
using OnRecord.Platform.Web;

namespace OnRecord.Front.StoryPages;

/// <summary>A story as schema.org's NewsArticle, for machines that read pages.</summary>
internal static class NewsArticle
{
    // The encoder escapes < and >, so that no text can end the script element that holds this.
    public static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of(StoryView story, PublicAddress address)
    {
        var article = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = story.Headline,
            ["url"] = story.Address,
            ["mainEntityOfPage"] = story.Address,
            ["inLanguage"] = story.Shell.Language,
            ["datePublished"] = Iso8601.Of(story.PublishedAt),
            ["dateModified"] = Iso8601.Of(story.UpdatedAt ?? story.PublishedAt),
            ["isAccessibleForFree"] = true,
            ["publisher"] = NewsOrganisation.Named(story.Shell.Newsroom, story.Shell.Logo, address),
        };
        if (story.Deck is not null)
            article["description"] = story.Deck;
        if (story.Section is not null)
            article["articleSection"] = story.Section.Name;
        if (story.Byline.Count > 0)
            article["author"] = new JsonArray([
                .. story.Byline.Select((name, at) => Person(name, story.BylineLinks.ElementAtOrDefault(at), address)),
            ]);
        if (story.Lead is { } lead)
            article["image"] = Picture(lead, address);
        if (story.Sources is { } sources)
            CitedSources.Into(article, sources, story.Shell.Words, address);
        Corrections(article, story);
        return article.ToJsonString(Readable);
    }

    private static void Corrections(JsonObject article, StoryView story)
    {
        if (story.Notices.Any(notice => notice.Kind == "Kind.Retraction"))
            article["creativeWorkStatus"] = "Retracted";
        if (story.Notices.Count > 0)
            article["correction"] = new JsonArray([
                .. story.Notices.Select(notice => new JsonObject
                {
                    ["@type"] = "CorrectionComment",
                    ["text"] = Told(notice, story.Shell.Words),
                    ["datePublished"] = Iso8601.Of(notice.At),
                }),
            ]);
    }

    private static string Told(VersionLine notice, OnRecord.Platform.Pages.Words words)
    {
        string?[] parts =
        [
            notice.Note,
            notice.Wrong is { } wrong ? $"{words["WhatWasWrong"]} {wrong}" : null,
            notice.Right is { } right ? $"{words["WhatIsRight"]} {right}" : null,
        ];
        return string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static JsonObject Person(string name, string? link, PublicAddress address)
    {
        var person = new JsonObject { ["@type"] = "Person", ["name"] = name };
        if (link is not null)
            person["url"] = address.Of(link);
        return person;
    }

    private static JsonObject Picture(LeadView lead, PublicAddress address)
    {
        var picture = new JsonObject
        {
            ["@type"] = "ImageObject",
            ["url"] = address.Of(lead.Card.Address),
            ["width"] = lead.Card.Width,
            ["height"] = lead.Card.Height,
        };
        if (lead.Caption is not null)
            picture["caption"] = lead.Caption;
        if (lead.Credit is not null)
            picture["creditText"] = lead.Credit;
        return picture;
    }
}
