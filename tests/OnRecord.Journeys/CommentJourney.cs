using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Journeys;

public class CommentJourney(Newsstand stand, ITestOutputHelper output)
{
    [Fact]
    public async Task A_reader_without_script_comments_and_confirms_by_the_letter()
    {
        await using var site = await RunningSite.Start();
        var story = await site.Publish(Story("The ferry is late again"));
        await Arrange(site, CommentMode.Open);
        await using var reader = await stand.Reader(
            new BrowserNewContextOptions
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 400, Height = 800 },
            },
            site
        );
        await reader.Open(story);
        await reader.Page.GetByLabel("Comment *").FillAsync("I wait for it *every* morning.");
        await reader.Page.GetByLabel("Name *").FillAsync("R. Haddad");
        await reader.Page.GetByLabel("Email *").FillAsync("haddad@post.example");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Post comment" }).ClickAsync();
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe("Thank you. One step is left");
        var comment = await site.InDatabase(db => db.Set<ReaderComment>().AsNoTracking().SingleAsync());
        var letter = await site.With<CommentKeys, string>(keys =>
            Task.FromResult(keys.Token(LinkPurpose.OwnComment, comment.Id))
        );
        await reader.Open($"/comments/yours/{letter}");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, this is my address" }).ClickAsync();
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe("Thank you. Your comment is there");
        await reader.Open(story);
        (await reader.Page.Locator(".comment .words em").TextContentAsync()).ShouldBe("every");
        (await reader.Page.Locator(".comments h2").TextContentAsync()).ShouldBe("1 comment");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Reply to R. Haddad" }).ClickAsync();
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe("Reply to R. Haddad");
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moderator_shows_what_waits_by_keyboard_alone_and_a_reader_reports_it()
    {
        await using var site = await RunningSite.Start();
        var story = await site.Publish(Story("The ferry is late again"));
        var id = await site.InDatabase(db => db.Set<Story>().Select(row => row.Id).SingleAsync());
        await Put(site, id, CommentState.Held, "I wait for it every morning.", "It never comes, and nobody says why.");
        await using var moderator = await stand.Colleague(site, Roles.Moderator, "Oda Mills");
        await moderator.Open("/desk/comments");
        (await moderator.Page.Locator("[data-comment]").CountAsync()).ShouldBe(2);
        await moderator.Page.Keyboard.PressAsync("j");
        await moderator.Page.Keyboard.PressAsync("a");
        await moderator
            .Page.Locator("[data-comment]")
            .Nth(1)
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await using var reader = await stand.Reader(new BrowserNewContextOptions { JavaScriptEnabled = false }, site);
        await reader.Open(story);
        (await reader.Page.Locator(".comments h2").TextContentAsync()).ShouldBe("1 comment");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Report the comment by Reader" }).First.ClickAsync();
        await reader.Page.GetByLabel("It is not about the story").CheckAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe("Thank you. We look at it");
        await moderator.Open("/desk/comments?queue=reported");
        (await moderator.Page.Locator("[data-comment]").CountAsync()).ShouldBe(1);
        moderator.Troubles.ShouldBeEmpty();
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_key_of_the_queue_does_what_the_help_says()
    {
        await using var site = await RunningSite.Start();
        await site.Publish(Story("The ferry is late again"));
        var id = await site.InDatabase(db => db.Set<Story>().Select(row => row.Id).SingleAsync());
        await Put(site, id, CommentState.Published, "The newest.", "The second.", "The oldest.");
        await using var moderator = await stand.Colleague(site, Roles.Moderator, "Oda Mills");
        var (page, keys) = (moderator.Page, moderator.Page.Keyboard);
        await moderator.Open("/desk/comments?queue=all");
        var here = page.Locator("[data-comment]:focus-within .words, [data-comment]:focus .words");
        async Task Press(string key, string at)
        {
            await keys.PressAsync(key);
            (await here.TextContentAsync())!.Trim().ShouldBe(at, key);
        }
        await Press("j", "The newest.");
        await Press("j", "The second.");
        await Press("ArrowDown", "The oldest.");
        await Press("j", "The oldest.");
        await Press("k", "The second.");
        await Press("ArrowUp", "The newest.");
        await Press("k", "The newest.");
        // Ticking leaves the walk where it is, and comes undone in the same way.
        await Press("x", "The newest.");
        await Press("j", "The second.");
        await Press("x", "The second.");
        (await page.Locator("[data-pick]:checked").CountAsync()).ShouldBe(2);
        (await page.Locator("[data-ticked]").TextContentAsync())!.ShouldContain("2");
        await Press("x", "The second.");
        (await page.Locator("[data-pick]:checked").CountAsync()).ShouldBe(1);
        await Press("l", "The second.");
        var like = page.Locator("[data-comment]").Nth(1).Locator("[data-key=l]");
        await Assertions.Expect(like).ToHaveAttributeAsync("aria-pressed", "true");
        (await Likes(site, "The second.")).ShouldBe(1);
        await Press("l", "The second.");
        await Assertions.Expect(like).ToHaveAttributeAsync("aria-pressed", "false");
        (await Likes(site, "The second.")).ShouldBe(0);
        // What waits leaves readers, and stands there as it is now.
        await keys.PressAsync("h");
        await Assertions.Expect(page.Locator("[data-comment] .chip.wait")).ToHaveCountAsync(1);
        (
            await site.InDatabase(db => db.Set<ReaderComment>().SingleAsync(row => row.State == CommentState.Held))
        ).Text.ShouldBe("The second.");
        // The walk goes on where it was.
        await Assertions.Expect(here).ToHaveTextAsync("The second.");
        await keys.PressAsync("o");
        await page.Arrives("**/desk/comments/*-*-*-*-*");
        (await page.Locator(".here .words").TextContentAsync())!.Trim().ShouldBe("The second.");
        moderator.Troubles.ShouldBeEmpty();
    }

    private static Task<int> Likes(RunningSite site, string text) =>
        site.InDatabase(db =>
            db.Set<ReaderComment>().Where(row => row.Text == text).Select(row => row.Likes).SingleAsync()
        );

    [Fact]
    public async Task Somebody_has_all_that_is_held_of_them_erased_without_script()
    {
        await using var site = await RunningSite.Start();
        var story = await site.Publish(Story("The ferry is late again"));
        await Arrange(site, CommentMode.Open);
        await using var reader = await stand.Reader(new BrowserNewContextOptions { JavaScriptEnabled = false }, site);
        await reader.Open(story);
        await reader.Page.GetByLabel("Comment *").FillAsync("I wait for it every morning.");
        await reader.Page.GetByLabel("Name *").FillAsync("R. Haddad");
        await reader.Page.GetByLabel("Email *").FillAsync("haddad@post.example");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Post comment" }).ClickAsync();
        await reader.Open("/comments/mine");
        await reader.Page.Locator("#email").FillAsync("haddad@post.example");
        await reader.Page.Locator("main form .button").ClickAsync();
        var person = await site.InDatabase(db => db.Set<Commenter>().AsNoTracking().SingleAsync());
        var link = await site.With<CommentKeys, string>(keys =>
            Task.FromResult(keys.Token(LinkPurpose.MyData, person.Id, TimeProvider.System.GetUtcNow().AddHours(1)))
        );
        await reader.Open($"/comments/mine/{link}");
        (await reader.Page.Locator("main").TextContentAsync()).ShouldNotBeNull().ShouldContain("haddad@post.example");
        await reader.Page.Locator("a[href$='/erase']").ClickAsync();
        await reader.Page.Locator("main form .button").ClickAsync();
        (await site.InDatabase(db => db.Set<Commenter>().CountAsync())).ShouldBe(0);
        (await site.InDatabase(db => db.Set<ReaderComment>().Select(row => row.Text).SingleAsync())).ShouldBe("");
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_that_readers_type_runs_in_a_browser()
    {
        var payloads = Shared.Payloads().Concat(Shared.NaughtyStrings()).Where(text => text.Trim().Length > 0).ToList();
        await using var site = await RunningSite.Start();
        var story = await site.Publish(Story("The ferry is late again"));
        var id = await site.InDatabase(db => db.Set<Story>().Select(row => row.Id).SingleAsync());
        await Put(
            site,
            id,
            CommentState.Published,
            [.. payloads.SelectMany(text => new[] { text, $"[{text}]({text})" })],
            signed: true
        );
        await using var reader = await stand.Reader(site: site);
        await HostilePage.Trap(reader);
        var (pages, comments) = (0, 0);
        for (string? next = $"{story}/comments"; next is not null; pages++)
        {
            (await reader.Open(next)).Status.ShouldBe(200, next);
            comments += await reader.Page.Locator(".comment").CountAsync();
            (await HostilePage.Provoke(reader.Page)).ShouldBeEmpty(next);
            reader.Troubles.ShouldBeEmpty(next);
            var more = reader.Page.Locator("a[rel=next]");
            next = await more.CountAsync() == 0 ? null : await more.GetAttributeAsync("href");
        }
        comments.ShouldBe(2 * payloads.Count);
        output.WriteLine($"{payloads.Count} payloads as names, texts and links on {pages} pages");
    }

    private static Task Put(RunningSite site, Guid story, CommentState state, params string[] texts) =>
        Put(site, story, state, texts, signed: false);

    /// <param name="signed">Whether each is signed with its own words.</param>
    private static Task Put(RunningSite site, Guid story, CommentState state, string[] texts, bool signed) =>
        site.InDatabase(async db =>
        {
            var rows = texts
                .Select((text, at) => Comment(story, at, text, signed ? text : $"Reader {at}", state))
                .ToList();
            await db.Transact(async () =>
            {
                db.AddRange(rows);
                await db.SaveChangesAsync();
                if (state == CommentState.Published)
                    await PlaceComments.Count(db, rows.ConvertAll(row => new Shift(row, 1)));
            });
            return 0;
        });

    private static ReaderComment Comment(Guid story, int at, string text, string name, CommentState state)
    {
        var when = TimeProvider.System.GetUtcNow().AddSeconds(-at);
        var id = Guid.CreateVersion7(when);
        var row = new ReaderComment
        {
            Id = id,
            StoryId = story,
            ThreadId = id,
            Name = Cut(name, ReaderComment.LongestName),
            Text = Cut(text, ReaderComment.LongestText),
            Sameness = id,
            Language = "en",
            At = when,
            State = state,
        };
        row.List();
        return row;
    }

    private static string Cut(string text, int most)
    {
        var clean = text.Replace('\0', ' ');
        return clean.Length > most ? clean[..most] : clean;
    }

    private static Task Arrange(RunningSite site, CommentMode mode) =>
        site.InDatabase(async db =>
        {
            await db.Transact(async () => (await db.Set<CommentHouse>().SingleAsync()).Mode = mode);
            return 0;
        });

    private static StoryContent Story(string headline) =>
        new()
        {
            Headline = headline,
            Language = "en",
            Text = new([new Paragraph([new Text("It left at nine, and nobody said why.")])]),
        };
}
