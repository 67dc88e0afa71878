using System.Text;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Feeds;

/// <summary>trust.txt (JournalList): to whom the newsroom belongs, what is its own, how it is reached, and whether models may be trained on it.</summary>
internal static class ShowTrust
{
    public static async Task<IResult> Get(OnRecordDb db, PublicAddress address, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        var newsroom = await db.Newsroom();
        var policies = await PolicyAddresses.Of(db, newsroom);
        var lines = Newsroom
            .Lines(newsroom.TrustLines)
            .Concat(Newsroom.Lines(newsroom.Profiles).Select(profile => $"social={profile}"))
            .Concat(newsroom.Contact is { } contact ? [$"contact=mailto:{contact}"] : [])
            .Append($"contact={address.Of("/about")}")
            .Concat(Disclosures(policies).Select(path => $"disclosure={address.Of(path)}"))
            .Append($"datatrainingallowed={(newsroom.AllowsTraining ? "yes" : "no")}")
            .Distinct(StringComparer.Ordinal);
        var text = new StringBuilder($"# {FeedText.Clean(newsroom.Name)}, {address.Root.AbsoluteUri}\n");
        foreach (var line in lines)
            text.Append(line).Append('\n');
        return Results.Text(text.ToString(), "text/plain; charset=utf-8");
    }

    private static IEnumerable<string> Disclosures(IReadOnlyDictionary<PolicyKind, string> policies) =>
        new[] { PolicyKind.Ownership, PolicyKind.Ethics }.Where(policies.ContainsKey).Select(kind => policies[kind]);
}
