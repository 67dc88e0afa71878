using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Feeds;

public class TrustTests
{
    [Fact]
    public async Task It_says_what_the_newsroom_wrote_and_what_follows_from_its_settings()
    {
        await using var app = await OnRecordApp.Start();
        await app.Newsroom(newsroom =>
        {
            newsroom.Name = "The Tolhouse Letter";
            newsroom.Contact = "desk@example.org";
            newsroom.Profiles = "https://social.example.net/@letter";
            newsroom.TrustLines = "belongto=https://association.example.net/\ncontrol=https://podcast.example.org/";
        });
        await app.InDatabase(async db =>
        {
            var policy = new Policy
            {
                Id = Guid.CreateVersion7(),
                Slug = "who-pays",
                Position = 1,
                Title = "Who pays",
                Language = "en",
                Kind = PolicyKind.Ownership,
                Draft = PolicyText.Read("Readers."),
            };
            db.Add(policy);
            db.Add(policy.Publish(1, app.Clock.GetUtcNow(), null));
            return await db.SaveChangesAsync();
        });
        var text = await app.Page("/trust.txt");
        text.Split('\n')
            .ShouldBe([
                "# The Tolhouse Letter, https://news.example.org/",
                "belongto=https://association.example.net/",
                "control=https://podcast.example.org/",
                "social=https://social.example.net/@letter",
                "contact=mailto:desk@example.org",
                "contact=https://news.example.org/about",
                "disclosure=https://news.example.org/about/who-pays",
                "datatrainingallowed=no",
                "",
            ]);
        (await app.Page("/.well-known/trust.txt")).ShouldBe(text);
    }

    [Theory]
    [InlineData("belongto=https://association.example.net/", true)]
    [InlineData(" Social = https://social.example.net/@us ", true)]
    [InlineData("contact=mailto:desk@example.org", true)]
    [InlineData("member=mailto:desk@example.org", false)]
    [InlineData("belongto=association", false)]
    [InlineData("belongto=javascript:alert(1)", false)]
    [InlineData("datatrainingallowed=yes", false)]
    [InlineData("https://association.example.net/", false)]
    [InlineData("belongto=https://a.example/ https://b.example/", false)]
    public void A_line_is_one_of_the_words_and_an_address(string line, bool taken) =>
        (TrustLine.Read(line) is not null).ShouldBe(taken);
}
