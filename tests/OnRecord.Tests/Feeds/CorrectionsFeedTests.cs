using System.Globalization;
using System.Net;
using System.Xml.Linq;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Feeds;

public class CorrectionsFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task An_empty_feed_is_a_feed()
    {
        await using var app = await OnRecordApp.Start();
        var feed = await Feed(app);
        feed.Elements(Atom + "entry").ShouldBeEmpty();
        HasWhatAtomAsksFor(feed);
    }

    [Fact]
    public async Task A_correction_goes_out_with_what_was_wrong_and_what_is_right()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The <ferry>", "Nine were aboard.");
        await tom.Rewrite(app, story, "Twelve were aboard.");
        (await tom.Correct(story, "We wrote <nine> & \u0001more.", "It was twelve.", "A passenger wrote.")).ShouldLead(
            "/desk"
        );
        var feed = await Feed(app);
        HasWhatAtomAsksFor(feed);
        feed.Elements(Atom + "link")
            .Select(link => ((string?)link.Attribute("rel"), (string?)link.Attribute("href")))
            .ShouldBe([
                ("self", "https://news.example.org/corrections/feed"),
                ("alternate", "https://news.example.org/corrections"),
            ]);
        var entry = feed.Elements(Atom + "entry").Single();
        HasWhatAtomAsksFor(entry);
        var read = await app.Story(story);
        var version = read.Versions.Single(row => row.Number == 2);
        entry.Element(Atom + "id")!.Value.ShouldBe($"urn:uuid:{version.Id}");
        entry.Element(Atom + "title")!.Value.ShouldBe("Correction: The <ferry>");
        entry
            .Elements(Atom + "link")
            .Select(link => (string?)link.Attribute("href"))
            .ShouldBe([
                $"https://news.example.org{read.Path}",
                $"https://news.example.org{read.Path}/versions/compare?from=1&to=2",
            ]);
        entry
            .Element(Atom + "content")!
            .Value.ShouldBe("What was wrong: We wrote <nine> & more.What is right: It was twelve.A passenger wrote.");
    }

    [Fact]
    public async Task A_reader_that_has_it_already_is_told_so()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "It will come.");
        await tom.Rewrite(app, story, "It will come on Friday.");
        (await tom.Publish(story, VersionKind.Clarification, "Friday was meant.")).ShouldLead("/desk");
        var first = await app.Http.GetAsync("/corrections/feed");
        first.Content.Headers.ContentType!.ToString().ShouldBe("application/atom+xml; charset=utf-8");
        first.Content.Headers.LastModified.ShouldNotBeNull();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/corrections/feed");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        (await app.Http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await tom.Remove(story, "A court asked for it.")).ShouldLead("/desk");
        using var later = new HttpRequestMessage(HttpMethod.Get, "/corrections/feed");
        later.Headers.IfNoneMatch.Add(first.Headers.ETag);
        var changed = await app.Http.SendAsync(later);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var entries = XDocument
            .Parse(await changed.Content.ReadAsStringAsync())
            .Root!.Elements(Atom + "entry")
            .ToList();
        entries.Count.ShouldBe(2);
        // Its words are gone, so it reads otherwise than when it came.
        Time(entries[1], "updated").ShouldBeGreaterThan(Time(entries[1], "published"));
        entries[1].Value.ShouldNotContain("Friday");
    }

    private static async Task<XElement> Feed(OnRecordApp app) =>
        XDocument.Parse(await app.Page("/corrections/feed")).Root.ShouldNotBeNull();

    // RFC 4287, 4.1.1 and 4.1.2.
    private static void HasWhatAtomAsksFor(XElement element)
    {
        foreach (var name in new[] { "id", "title", "updated" })
            element.Elements(Atom + name).Single().Value.ShouldNotBeEmpty(name);
        Uri.IsWellFormedUriString(element.Element(Atom + "id")!.Value, UriKind.Absolute).ShouldBeTrue();
        Time(element, "updated");
        foreach (var link in element.Elements(Atom + "link"))
            Uri.IsWellFormedUriString((string?)link.Attribute("href"), UriKind.Absolute).ShouldBeTrue();
        if (element.Name == Atom + "feed")
            element.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldNotBeEmpty();
    }

    private static DateTimeOffset Time(XElement element, string name) =>
        DateTimeOffset.ParseExact(
            element.Element(Atom + name)!.Value,
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
}
