using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Platform.Pages;
using OnRecord.Stories.Drafts;

namespace OnRecord.Stories.Workflow;

/// <summary>What every story needs: headline, section, byline, text; pictures with credit and alt text; nothing left open.</summary>
internal static class BasicChecks
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Stories.Workflow.ChecklistWords",
        typeof(BasicChecks).Assembly
    );

    public static Words Words(string language) => new(Strings, language);

    public static Task<IReadOnlyList<Finding>> Head(CheckedStory story)
    {
        var words = Words(story.Language);
        var content = story.Content;
        var missing = new List<Finding>();
        if (string.IsNullOrWhiteSpace(content.Headline))
            missing.Add(Stop(words, "Headline", "headline"));
        if (content.SectionId is null)
            missing.Add(Stop(words, "Section", "section"));
        if (content.Byline.Count == 0)
            missing.Add(Stop(words, "Byline", "byline"));
        if (Length.Of(content.Text).Total == 0)
            missing.Add(Stop(words, "Text", "text"));
        if (missing.Count == 0)
            missing.Add(Fine(words, "HeadFine", "headline"));
        if (string.IsNullOrWhiteSpace(content.Deck))
            missing.Add(Advice(words, "Deck", "deck"));
        return Found(missing);
    }

    public static Task<IReadOnlyList<Finding>> Pictures(CheckedStory story)
    {
        var words = Words(story.Language);
        var found = new List<Finding>();
        var lead = story.Content.Lead;
        if (lead?.Sha256 is null)
            found.Add(Advice(words, "NoLead", "lead"));
        else
        {
            if (string.IsNullOrWhiteSpace(lead.Credit))
                found.Add(Stop(words, "LeadCredit", "lead"));
            if (string.IsNullOrWhiteSpace(lead.Alt))
                found.Add(Stop(words, "LeadAlt", "lead"));
        }
        var figures = PicturesOfStory.Figures(story.Content.Text);
        for (var at = 0; at < figures.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(figures[at].Credit))
                found.Add(
                    new Finding("Credit", FindingLevel.Stops, words.With("FigureCredit", at + 1), $"figure-{at + 1}")
                );
            if (string.IsNullOrWhiteSpace(figures[at].Alt))
                found.Add(new Finding("Alt", FindingLevel.Stops, words.With("FigureAlt", at + 1), $"figure-{at + 1}"));
        }
        if (
            !found.Exists(finding => finding.Level == FindingLevel.Stops)
            && (lead?.Sha256 is not null || figures.Count > 0)
        )
            found.Insert(0, Fine(words, "PicturesFine", "lead"));
        return Found(found);
    }

    public static async Task<IReadOnlyList<Finding>> LeftOpen(CheckedStory story)
    {
        var words = Words(story.Language);
        var found = new List<Finding>();
        if (story.Story.Draft.SuggestionCount() is var suggestions and > 0)
            found.Add(
                new Finding("Suggestions", FindingLevel.Stops, words.Count("Suggestions", suggestions), "suggestions")
            );
        var open = await story
            .Db.Set<StoryComment>()
            .Where(row => row.StoryId == story.Story.Id && row.ResolvedAt == null && row.ReplyTo == null)
            .CountAsync();
        if (open > 0)
            found.Add(new Finding("Comments", FindingLevel.Advises, words.Count("Comments", open), "comments"));
        if (story.Story.NeedsLegal && !await IsCleared(story))
            found.Add(Stop(words, "Legal", "state"));
        if (story.Story.EmbargoUntil is { } until)
        {
            var newsroom = await story.Db.Newsroom();
            found.Add(
                new Finding(
                    "Embargo",
                    FindingLevel.Advises,
                    words.With("Embargo", words.Moment(newsroom.Local(until))),
                    "embargo"
                )
            );
        }
        return found;
    }

    private static async Task<bool> IsCleared(CheckedStory story)
    {
        var print = story.Content.Fingerprint();
        return await story
            .Db.Set<StoryApproval>()
            .AnyAsync(row =>
                row.StoryId == story.Story.Id
                && row.Kind == ApprovalKind.Legal
                && row.FellAt == null
                && row.Fingerprint == print
            );
    }

    private static Finding Stop(Words words, string key, string place) =>
        new(key, FindingLevel.Stops, words[key], place);

    private static Finding Advice(Words words, string key, string place) =>
        new(key, FindingLevel.Advises, words[key], place);

    private static Finding Fine(Words words, string key, string place) =>
        new(key, FindingLevel.Fine, words[key], place);

    private static Task<IReadOnlyList<Finding>> Found(List<Finding> found) =>
        Task.FromResult<IReadOnlyList<Finding>>(found);
}
