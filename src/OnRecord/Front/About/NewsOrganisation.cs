using System.Text.Json.Nodes;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Front.About;

/// <summary>The newsroom as schema.org's NewsMediaOrganization: who it is, and where it says what it holds itself to.</summary>
internal static class NewsOrganisation
{
    // schema.org, NewsMediaOrganization and Organization.
    private static readonly Dictionary<PolicyKind, string> Properties = new()
    {
        [PolicyKind.Ethics] = "ethicsPolicy",
        [PolicyKind.Corrections] = "correctionsPolicy",
        [PolicyKind.UnnamedSources] = "unnamedSourcesPolicy",
        [PolicyKind.Ownership] = "ownershipFundingInfo",
        [PolicyKind.Masthead] = "masthead",
        [PolicyKind.FactChecking] = "verificationFactCheckingPolicy",
        [PolicyKind.Feedback] = "actionableFeedbackPolicy",
        [PolicyKind.Diversity] = "diversityPolicy",
        [PolicyKind.Mission] = "missionCoveragePrioritiesPolicy",
        [PolicyKind.NoBylines] = "noBylinesPolicy",
    };

    /// <summary>As a story names it: the same thing wherever it is named.</summary>
    public static JsonObject Named(string name, MastheadLogo? logo, PublicAddress address)
    {
        var organisation = new JsonObject
        {
            ["@type"] = "NewsMediaOrganization",
            ["@id"] = $"{address.Root.AbsoluteUri}#newsroom",
            ["name"] = name,
            ["url"] = address.Root.AbsoluteUri,
        };
        if (logo is not null)
            organisation["logo"] = new JsonObject
            {
                ["@type"] = "ImageObject",
                ["url"] = address.Of(logo.Source),
                ["width"] = logo.Width,
                ["height"] = logo.Height,
            };
        return organisation;
    }

    /// <summary>All that the newsroom says of itself.</summary>
    public static async Task<string> Of(OnRecordDb db, Newsroom newsroom, MastheadLogo? logo, PublicAddress address)
    {
        var organisation = Named(newsroom.Name, logo, address);
        organisation.Insert(0, "@context", "https://schema.org");
        if (newsroom.Tagline.Length > 0)
            organisation["description"] = newsroom.Tagline;
        if (newsroom.FoundedOn is { } founded)
            organisation["foundingDate"] = founded;
        if (Newsroom.Lines(newsroom.Profiles) is { Length: > 0 } profiles)
            organisation["sameAs"] = new JsonArray([.. profiles.Select(profile => JsonValue.Create(profile))]);
        if (newsroom.Contact is { } contact)
            organisation["contactPoint"] = new JsonObject
            {
                ["@type"] = "ContactPoint",
                ["contactType"] = "newsroom",
                ["email"] = contact,
                ["url"] = address.Of("/about"),
            };
        organisation["publishingPrinciples"] = address.Of("/about");
        foreach (var (kind, path) in (await PolicyAddresses.Of(db, newsroom)).OrderBy(row => row.Key))
            // The rules for comments have no word there.
            if (Properties.TryGetValue(kind, out var property))
                organisation[property] = address.Of(path);
        return organisation.ToJsonString(NewsArticle.Readable);
    }
}
