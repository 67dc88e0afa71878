using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Platform.StoredPages;
using OnRecord.Sources;
using OnRecord.Stories;
using static OnRecord.Tests.Front.Margin.SourcedStory;

namespace OnRecord.Tests.Front.Margin;

public class MarginTests
{
    [Fact]
    public async Task A_passage_and_its_note_lead_to_each_other()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        var page = await app.Parsed(story.Path!);
        var number = page.QuerySelector(".said.named sup a")!;
        number.TextContent.ShouldBe("1");
        number.GetAttribute("aria-label").ShouldBe("Source 1: Ada Lindqvist, on the record");
        var note = page.QuerySelector(number.GetAttribute("href")!)!;
        note.Matches("div.notes > aside.note.named[role=doc-footnote]").ShouldBeTrue();
        note.QuerySelector("b")!.Said().ShouldBe("1 Ada Lindqvist");
        page.QuerySelector(note.QuerySelector("a.back")!.GetAttribute("href")!).ShouldBe(number);
        note.ParentElement!.PreviousElementSibling!.TextContent.ShouldContain("no scenario");
        page.QuerySelectorAll("[id]").Select(one => one.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_note_says_who_it_is_how_it_reached_us_and_on_which_terms()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        var page = await app.Parsed(story.Path!);
        page.QuerySelectorAll(".note")
            .Select(note => note.Said())
            .ShouldBe([
                "1 Ada Lindqvist Chair, Lowland water board. Public statement, 13 March. Public meeting, recorded by the Ledger. On the record.",
                "2 Inspection notes Document. On the record. Saved copy, 13 March.",
                "3 Two people who work at the site Said to us. Not named: they could lose their job.",
                "4 Lowland water board Declined to comment.",
                "5 Valley Courier 19 January 2025. Second-hand: not confirmed by us. Saved copy, 12 March.",
                "6 Ada Lindqvist As above. Said to us. On the record. Asked for comment, and answered.",
            ]);
        page.QuerySelector($"#s2 a[href='/evidence/{Copy}']")!.TextContent.ShouldBe("Saved copy, 13 March");
        page.QuerySelector("#s2 b a[href='https://example.org/notes']").ShouldNotBeNull();
        page.QuerySelectorAll("#s5 a").Length.ShouldBe(1);
        page.QuerySelectorAll(".said")
            .Select(said => said.ClassName)
            .Distinct()
            .ShouldBe(["said named", "said anonymous", "said asked", "said outlet"]);
    }

    [Fact]
    public async Task The_bar_shows_the_shares_and_the_list_says_them()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        var page = await app.Parsed(story.Path!);
        page.QuerySelectorAll(".tally li")
            .Select(share => share.TextContent)
            .ShouldBe([
                "3 named, on the record",
                "1 through another outlet",
                "1 not named, reason given",
                "1 declined to comment",
            ]);
        page.QuerySelectorAll(".tally rect")
            .Select(share => (share.ClassName, share.GetAttribute("x"), share.GetAttribute("width")))
            .ShouldBe([("named", "0", "475.2"), ("outlet", "479.2", "158.4"), ("anonymous", "641.6", "158.4")]);
        page.QuerySelector(".tally .unchecked").ShouldBeNull();
        page.QuerySelector(".tally a")!.GetAttribute("href").ShouldBe($"{story.Path}/sources");
        (await app.Page(story.Path!)).ShouldNotContain(" style=");
    }

    [Fact]
    public async Task What_the_machine_marked_says_so()
    {
        await using var app = await OnRecordApp.Start();
        var lines = DamLines.Select((line, at) => at == 0 ? line : line with { IsChecked = false, Standing = null });
        var story = await app.Publish(Content(Dam, [.. lines]));
        var page = await app.Parsed(story.Path!);
        page.QuerySelectorAll(".note.proposed").Length.ShouldBe(5);
        page.QuerySelectorAll(".note.proposed")
            .ShouldAllBe(note => note.Said().EndsWith("Proposed: marked automatically, not yet checked by an editor."));
        page.QuerySelector("#s1")!.Said().ShouldNotContain("automatically");
        page.QuerySelector("#p2")!.GetAttribute("aria-label")!.ShouldEndWith("not yet checked by an editor");
        page.QuerySelector(".tally .unchecked")!
            .TextContent.ShouldBe("5 of these were marked automatically and are not yet checked by an editor.");
    }

    [Fact]
    public async Task That_a_second_editor_agreed_is_said_only_where_one_did_and_to_this_reason()
    {
        await using var app = await OnRecordApp.Start();
        var entry = Guid.CreateVersion7();
        var line = Line($"{entry}", Unnamed("A clerk", NotNamedReason.CouldBeHarmed), Form.Indirect);
        var story = await app.Publish(Content([$"[{entry}|A clerk said so]."], [line]));
        (await app.Parsed(story.Path!)).QuerySelector("#s1")!.Said().ShouldNotContain("second editor");
        await Approve(app, story.Id, entry, NotNamedReason.CouldLoseJob);
        (await app.Parsed(story.Path!)).QuerySelector("#s1")!.Said().ShouldNotContain("second editor");
        await app.InDatabase(db =>
            db.UnnamedApprovals.ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.Reason, NotNamedReason.CouldBeHarmed)
            )
        );
        // Such a statement tells the store nothing.
        app.Services.GetRequiredService<PageStore>().Clear();
        (await app.Parsed(story.Path!))
            .QuerySelector("#s1")!
            .Said()
            .ShouldBe("1 A clerk Not named: they could be harmed. A second editor agreed.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_sources_are_switched_off_nothing_of_them_is_shown(bool ofNewsroom)
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        await app.InDatabase(db =>
            ofNewsroom
                ? db.Set<Newsroom>().ExecuteUpdateAsync(set => set.SetProperty(row => row.HidesSources, true))
                : db.Stories.ExecuteUpdateAsync(set => set.SetProperty(row => row.HidesSources, true))
        );
        var html = await app.Page(story.Path!);
        foreach (var trace in new[] { "said", "note", "tally", "data-source", "citation", "Quotation", "/sources" })
            html.ShouldNotContain($"\"{trace}");
        html.ShouldContain("<p>The notes say otherwise. They grade the spillway “poor”. No test has been booked.</p>");
        (await app.Http.GetAsync($"{story.Path}/sources")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Hostile_words_of_a_ledger_stay_words()
    {
        const string Evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        await using var app = await OnRecordApp.Start();
        LedgerSource Bad(string? address) =>
            Named(SourceKind.Person, Evil, address: address) with
            {
                Role = Evil,
                Affiliation = Evil,
            };
        var lines = new[]
        {
            "javascript:alert(1)",
            "data:text/html,x",
            "mailto:a@example.org",
            "/desk",
            "//evil.example/",
        }
            .Select(
                (address, at) =>
                    Line($"e{at}", Bad(address)) with
                    {
                        Note = Evil,
                        Via = Named(SourceKind.Outlet, Evil, address: address),
                    }
            )
            .ToArray();
        var story = await app.Publish(
            Content([.. lines.Select(line => $"[{line.Id}|“Words {line.Id}.”] he said.")], lines)
        );
        foreach (var path in new[] { story.Path!, $"{story.Path}/sources" })
        {
            var page = await app.Parsed(path);
            page.QuerySelectorAll("main script, main img, main [onerror]").ShouldBeEmpty();
            page.QuerySelectorAll("script").Length.ShouldBe(path == story.Path ? 2 : 1);
            page.QuerySelectorAll("main a")
                .Select(link => link.GetAttribute("href")!)
                .ShouldAllBe(href =>
                    href.StartsWith('#')
                    || href.StartsWith("/2026/")
                    || href.StartsWith("/record/proof/")
                    || href.StartsWith("/comments/")
                    || href.StartsWith("https://news.example.org/")
                    || href.StartsWith("mailto:?subject=")
                );
        }
    }

    [Fact]
    public async Task An_address_of_somebody_who_is_not_named_is_not_shown()
    {
        await using var app = await OnRecordApp.Start();
        var source = Unnamed("A clerk", null) with { Address = "https://example.org/staff/jane-doe" };
        var story = await app.Publish(Content(["[a|A clerk said so]."], [Line("a", source)]));
        (await app.Page(story.Path!)).ShouldNotContain("jane-doe");
        (await app.Page($"{story.Path}/sources")).ShouldNotContain("jane-doe");
    }

    [Fact]
    public async Task Overlapping_passages_each_have_their_note()
    {
        await using var app = await OnRecordApp.Start();
        var content = Content(["Text."], [Line("a", Lindqvist), Line("b", Named(SourceKind.Outlet, "Courier"))]) with
        {
            Text = new StoryDocument([
                new Paragraph([Marked("One ", "a"), Marked("two ", "a", "b"), Marked("three", "b")]),
                new Quote([new Paragraph([Marked("four", "b")])]),
            ]),
        };
        var story = await app.Publish(content);
        var page = await app.Parsed(story.Path!);
        page.QuerySelectorAll(".said.outlet")
            .Select(piece => piece.FirstChild!.TextContent)
            .ShouldBe(["two ", "three", "four"]);
        page.QuerySelectorAll(".body > *").Select(block => block.LocalName).ShouldBe(["p", "div", "blockquote", "div"]);
        page.QuerySelectorAll(".body > .notes")
            .Select(notes => notes.QuerySelector("aside")!.Id)
            .ShouldBe(["s1", "s2"]);
        page.QuerySelectorAll("a a").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_passage_in_the_folded_rest_keeps_its_note_beside_it()
    {
        await using var app = await OnRecordApp.Start();
        var filler = string.Join(' ', Enumerable.Repeat("The county waited for the ferry on both banks.", 12));
        var paragraphs = Enumerable.Range(1, 12).Select(at => at == 11 ? $"[ada|{filler}]" : filler).ToArray();
        var story = await app.Publish(Content(paragraphs, [Line("ada", Lindqvist)]));
        var page = await app.Parsed(story.Path!);
        page.QuerySelector(".body.rest #p1").ShouldNotBeNull();
        page.QuerySelector(".body.rest > .notes #s1").ShouldNotBeNull();
        page.QuerySelectorAll(".body > p").Length.ShouldBe(12);
    }

    [Fact]
    public async Task A_ukrainian_story_has_ukrainian_notes_and_an_arabic_one_says_which_words_are_english()
    {
        await using var app = await OnRecordApp.Start();
        var ukrainian = await app.Publish(Content(Dam, DamLines, "uk"));
        var page = await app.Parsed(ukrainian.Path!);
        page.QuerySelector("#s3")!
            .Said()
            .ShouldBe("3 Two people who work at the site Сказано нам. Не названо: можна втратити роботу.");
        page.QuerySelector(".tally li")!.TextContent.ShouldBe("3 названі, під запис");
        var arabic = await app.Publish(Content(Dam, DamLines, "ar") with { Headline = "سوق الخميس" });
        page = await app.Parsed(new Uri(app.Http.BaseAddress!, arabic.Path!).AbsolutePath);
        page.QuerySelector(".notes")!.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("#s1 b bdi")!.GetAttribute("lang").ShouldBe("ar");
        page.QuerySelector("#p1")!.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task A_spelling_is_a_small_word_among_the_versions()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        await app.InDatabase(db =>
            db.Transact(async () =>
                {
                    var live = await db.Stories.Include(row => row.Versions).SingleAsync(row => row.Id == story.Id);
                    var version = live.Reissue(
                        content => content.Ledger.Select(line => line with { Note = "Ada, not Ade" }).ToValueList(),
                        "The name of a source is spelled right now.",
                        quiet: true,
                        app.Clock.GetUtcNow(),
                        Guid.CreateVersion7()
                    )!;
                    db.StoryVersions.Add(version);
                })
                .ContinueWith(_ => 0)
        );
        var kind = (await app.Parsed(story.Path!)).QuerySelector(".versions li .kind")!;
        (kind.TextContent, kind.ClassName).ShouldBe(("Spelling", "kind quiet"));
    }

    [Fact]
    public async Task A_preview_shows_the_margin_as_it_would_be_and_leads_to_no_page_that_is_not_there()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var html = await tom.Page($"/desk/stories/{story.Id}/preview");
        html.ShouldContain("id=\"s6\"");
        html.ShouldContain("3 named, on the record");
        html.ShouldNotContain("/sources\"");
        html.ShouldNotContain("Quotation");
    }

    [Fact]
    public async Task A_story_without_a_ledger_is_shown_as_ever()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Publish(Content(["One.", "Two."], []));
        var html = await app.Page(story.Path!);
        html.ShouldContain("<div class=\"body\" data-part=\"text\"><p>One.</p><p>Two.</p></div>");
        html.ShouldNotContain("tally");
    }

    private static Text Marked(string words, params string[] ids) =>
        new(words) { Marks = ids.Select(id => (Mark)new Documents.Attribution(id)).ToValueList() };

    private static Task<int> Approve(OnRecordApp app, Guid story, Guid entry, NotNamedReason reason) =>
        app.InDatabase(async db =>
        {
            var source = new Source
            {
                Id = Guid.CreateVersion7(),
                Kind = SourceKind.Person,
                Name = "A clerk",
                IsNamed = false,
                Reason = reason,
                CreatedAt = app.Clock.GetUtcNow(),
            };
            await db.Transact(() =>
            {
                db.Sources.Add(source);
                db.LedgerEntries.Add(
                    new LedgerEntry
                    {
                        Id = entry,
                        StoryId = story,
                        State = LedgerState.Accepted,
                        SourceId = source.Id,
                        Words = "A clerk said so",
                        CreatedAt = app.Clock.GetUtcNow(),
                    }
                );
                db.UnnamedApprovals.Add(
                    new UnnamedApproval
                    {
                        Id = Guid.CreateVersion7(),
                        StoryId = story,
                        SourceId = source.Id,
                        Reason = reason,
                        StaffId = Guid.CreateVersion7(),
                        At = app.Clock.GetUtcNow(),
                    }
                );
                return Task.CompletedTask;
            });
            return 0;
        });
}
