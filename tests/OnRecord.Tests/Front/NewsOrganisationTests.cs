using System.IO.Compression;
using System.Text.Json;
using OnRecord.Stories.Arrangement;
using OnRecord.Tests.Desk.Arrangement;
using OnRecord.Tests.Feeds;

namespace OnRecord.Tests.Front;

public class NewsOrganisationTests
{
    [Fact]
    public async Task The_front_says_who_the_newsroom_is_and_where_its_policies_stand()
    {
        await using var app = await Arranged();
        var said = await JsonLd(app, "/");
        said.GetProperty("@context").GetString().ShouldBe("https://schema.org");
        said.GetProperty("@type").GetString().ShouldBe("NewsMediaOrganization");
        said.GetProperty("name").GetString().ShouldBe("The newsroom");
        said.GetProperty("foundingDate").GetString().ShouldBe("2019");
        said.GetProperty("sameAs")[0].GetString().ShouldBe("https://social.example.net/@letter");
        said.GetProperty("contactPoint").GetProperty("email").GetString().ShouldBe("desk@example.org");
        said.GetProperty("publishingPrinciples").GetString().ShouldBe($"{Follower.Home}/about");
        said.GetProperty("ethicsPolicy").GetString().ShouldBe($"{Follower.Home}/about/ethics");
        said.GetProperty("ownershipFundingInfo").GetString().ShouldBe($"{Follower.Home}/about/ownership");
        // Of two in two languages, the one in the newsroom's own; of one that readers may not see, none.
        said.GetProperty("correctionsPolicy").GetString().ShouldBe($"{Follower.Home}/about/corrections");
        said.TryGetProperty("masthead", out _).ShouldBeFalse();
        (await JsonLd(app, "/about")).GetRawText().ShouldBe(said.GetRawText());
        var story = await app.Show("The ferry");
        var publisher = (await JsonLd(app, story.Path!)).GetProperty("publisher");
        publisher.GetProperty("@id").GetString().ShouldBe(said.GetProperty("@id").GetString());
        publisher.GetProperty("@type").GetString().ShouldBe("NewsMediaOrganization");
    }

    [Fact]
    public async Task Every_word_of_it_is_a_word_of_schema_org()
    {
        var vocabulary = await Vocabulary();
        await using var app = await Arranged(all: true);
        // All but the rules for comments.
        Enum.GetValues<PolicyKind>().Length.ShouldBe(11);
        var said = await JsonLd(app, "/");
        said.EnumerateObject()
            .Count(member =>
                member.Value.ValueKind == JsonValueKind.String
                && member.Value.GetString()!.StartsWith($"{Follower.Home}/about/", StringComparison.Ordinal)
            )
            .ShouldBe(10);
        Known(said);

        void Known(JsonElement thing)
        {
            foreach (var member in thing.EnumerateObject())
            {
                if (!member.Name.StartsWith('@'))
                    vocabulary.ShouldContain($"schema:{member.Name}");
                if (member.Name == "@type")
                    vocabulary.ShouldContain($"schema:{member.Value.GetString()}");
                if (member.Value.ValueKind == JsonValueKind.Object)
                    Known(member.Value);
            }
        }
    }

    private static async Task<HashSet<string>> Vocabulary()
    {
        await using var file = File.OpenRead(Shared.Path("conformance", "schemaorg", "schemaorg-all-https.jsonld.gz"));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var json = await JsonDocument.ParseAsync(unpacked);
        return
        [
            .. json
                .RootElement.GetProperty("@graph")
                .EnumerateArray()
                .Select(term => term.GetProperty("@id").GetString()!),
        ];
    }

    private static async Task<OnRecordApp> Arranged(bool all = false)
    {
        var app = await OnRecordApp.Start();
        await app.Newsroom(newsroom =>
            (newsroom.FoundedOn, newsroom.Contact, newsroom.Profiles) = (
                "2019",
                "desk@example.org",
                "https://social.example.net/@letter"
            )
        );
        await app.InDatabase(async db =>
        {
            Add("vypravlennia", PolicyKind.Corrections, "uk");
            Add("corrections", PolicyKind.Corrections, "en");
            Add("ethics", PolicyKind.Ethics, "en");
            Add("ownership", PolicyKind.Ownership, "en");
            Add("who-we-are", PolicyKind.Masthead, "en", shown: all);
            if (all)
                foreach (var kind in Enum.GetValues<PolicyKind>())
                    Add($"also-{kind}".ToLowerInvariant(), kind, "en");
            return await db.SaveChangesAsync();

            void Add(string slug, PolicyKind kind, string language, bool shown = true)
            {
                var policy = new Policy
                {
                    Id = Guid.CreateVersion7(),
                    Slug = slug,
                    Position = db.ChangeTracker.Entries<Policy>().Count() + 1,
                    Title = slug,
                    Language = language,
                    Kind = kind,
                    Draft = PolicyText.Read("We mean it."),
                };
                db.Add(policy);
                if (shown)
                    db.Add(policy.Publish(1, app.Clock.GetUtcNow(), null));
            }
        });
        return app;
    }

    private static async Task<JsonElement> JsonLd(OnRecordApp app, string path) =>
        JsonDocument
            .Parse(
                SiteDesk.Parse(await app.Page(path)).QuerySelector("script[type='application/ld+json']")!.TextContent
            )
            .RootElement;
}
