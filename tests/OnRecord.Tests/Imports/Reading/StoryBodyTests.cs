using AngleSharp.Html.Parser;
using OnRecord.Imports.Reading;
using static OnRecord.Tests.Imports.Reading.SavedPage;

namespace OnRecord.Tests.Imports.Reading;

public sealed class StoryBodyTests
{
    [Fact]
    public void The_text_is_the_paragraphs_of_the_story() => Text(With("")).ShouldBe(Plain);

    [Fact]
    public void Headings_lists_and_quotes_stay_in_their_order()
    {
        var text = Text(
            With(
                "<h2>What drivers should know</h2><ul><li>Trams run as before.</li><li>The ferry is free.</li></ul><blockquote><p>It is safer so.</p></blockquote>"
            )
        );
        text.ShouldBe(
            string.Join(
                "\n\n",
                First,
                Second,
                "What drivers should know",
                "Trams run as before.\nThe ferry is free.",
                "It is safer so.",
                Third
            )
        );
    }

    [Fact]
    public void Lists_within_lists_and_numbers_and_spans_stay()
    {
        var body = Read(
            With(
                "<ol start=3><li>The crest<ul><li>The rail</li></ul></li><li>The road</li></ol><table><caption>Closures by day</caption><tr><th colspan=2>Day and hour</th></tr><tr><td>Monday</td><td>9</td></tr><tr><td>Friday</td><td>4</td></tr></table>"
            )
        ).Body;
        body.QuerySelector("ol")!
            .OuterHtml.ShouldBe("<ol start=\"3\"><li>The crest<ul><li>The rail</li></ul></li><li>The road</li></ol>");
        body.QuerySelector("caption")!.TextContent.ShouldBe("Closures by day");
        body.QuerySelector("th")!.GetAttribute("colspan").ShouldBe("2");
    }

    [Fact]
    public void Text_between_double_line_breaks_becomes_paragraphs() =>
        Text(
                $"<html><body><h1>Bridge closes</h1><div id=news>{First}<br><br>{Second}<br /> <br/>{Third}</div></body></html>"
            )
            .ShouldBe(Plain);

    [Fact]
    public void A_page_laid_out_with_tables_is_read() =>
        Text(
                $"""
                <body><table><tr><td width=150><a href=/a>Home</a><br><a href=/b>City</a><br><a href=/c>Sport and leisure</a></td>
                <td><table><tr><td><font size=5><b>Bridge closes</b></font></td></tr><tr><td><p>{First}</p><p>{Second}</p><p>{Third}</p></td></tr></table></td>
                <td><a href=/d>Weather</a></td></tr></table></body>
                """
            )
            .ShouldEndWith(Plain);

    [Fact]
    public void A_table_of_figures_stays_a_table()
    {
        var body = Read(
            With(
                "<table><tr><th>Year</th><th>Cars a day</th></tr><tr><td>2024</td><td>9,100</td></tr><tr><td>2025</td><td>8,700</td></tr></table>"
            )
        ).Body;
        body.QuerySelectorAll("table tr").Length.ShouldBe(3);
        ArticleText.Of(body).ShouldContain("2024\t9,100");
    }

    [Fact]
    public void Paragraphs_that_are_each_a_component_are_read_whole() =>
        Text(
                $"""
                <body><h1>Bridge closes</h1><div class="page"><div class="wrap">
                <div class="block text"><p>{First}</p></div><div class="block ad-slot"><p>Advertisement</p></div><div class="block text"><p>{Second}</p></div><div class="block text"><p>{Third}</p></div>
                </div><div class="aside-col"><a href="/x">Ferry free all week</a></div></div></body>
                """
            )
            .ShouldBe(Plain);

    [Fact]
    public void A_story_begun_beside_its_rest_is_read_from_its_beginning() =>
        Text(
                $"""
                <body><h1>Bridge closes</h1><div class="l"><div class="par first">{First}</div><div class="par">{Second}</div>
                <div class="rest"><div class="par">{Third}</div><div class="par">{Third}</div><div class="par">{Third}</div><div class="par">{Third}</div><div class="par">{Third}</div></div></div></body>
                """
            )
            .ShouldStartWith(First + "\n\n" + Second);

    [Fact]
    public void The_story_with_the_headline_is_taken_and_not_the_next_one_below()
    {
        var other = string.Concat(
            Enumerable.Repeat(
                "<p>The mayor opened a new swimming hall on Friday, and some four hundred children were in the water within the hour.</p>",
                8
            )
        );
        var text = Text(
            $"<head><title>Bridge closes on Monday</title></head><body><main><article><h1>Bridge closes on Monday</h1><div><p>{First}</p><p>{Second}</p><p>{Third}</p></div></article><article><h2>Swimming hall opens</h2><div>{other}</div></article></main></body>"
        );
        text.ShouldBe(Plain);
    }

    [Fact]
    public void Chinese_text_is_as_good_as_any() =>
        Text(
                """
                <html lang="zh"><body><h1>大桥周一关闭</h1><div><p>市议会表示，工程师在两根桥墩中发现锈蚀后，沃尔斯卡河上的旧桥将于周一起禁止汽车通行。</p><p>在维修完成之前，公共汽车将改走北路，预计维修将持续整个夏天。</p></div></body></html>
                """
            )
            .ShouldContain("公共汽车");

    [Fact]
    public void Arabic_and_Ukrainian_stories_are_read()
    {
        Text(
                "<html lang=uk><body><h1>Міст закриють</h1><div class=txt><p>Старий міст через Ворсклу закриють для автомобілів із понеділка, бо інженери знайшли іржу у двох опорах.</p><p>Автобуси їздитимуть північною дорогою, доки триватиме ремонт.</p><p>Читайте також: <a href=/x>Паром безкоштовний</a></p></div></body></html>"
            )
            .ShouldNotContain("Паром");
        Text(
                "<html lang=ar dir=rtl><body><h1>إغلاق الجسر</h1><div><p>سيغلق الجسر القديم أمام السيارات يوم الاثنين بعد أن وجد المهندسون صدأ في اثنين من أعمدته، بحسب مجلس المدينة.</p><p>ستسلك الحافلات الطريق الشمالي حتى تنتهي أعمال الإصلاح.</p></div></body></html>"
            )
            .ShouldContain("الحافلات");
    }

    [Fact]
    public void Words_of_a_page_drawn_by_script_are_taken_from_its_linked_data()
    {
        var body = string.Join(
            "\\n\\n",
            Enumerable.Repeat(
                "The old bridge over the Vorska will close to cars on Monday after engineers found rust in two of its pillars.",
                6
            )
        );
        Text(
                $$"""<head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closes","articleBody":"{{body}}"}</script></head><body><div id="root"></div></body>"""
            )
            .Split("\n\n")
            .Length.ShouldBe(6);
    }

    [Fact]
    public void A_page_of_links_only_is_no_article() =>
        TryRead(
                "<body><h1>News</h1><ul><li><a href=/1>Bridge closes</a></li><li><a href=/2>Ferry free</a></li></ul></body>"
            )
            .ShouldBeNull();

    [Fact]
    public void An_empty_page_is_no_article() => TryRead("").ShouldBeNull();

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("span")]
    [InlineData("blockquote")]
    [InlineData("table><tr><td")]
    public void Ten_thousand_nested_elements_are_survived(string tag)
    {
        var html = string.Concat(Enumerable.Repeat($"<{tag}>", 10_000)) + First + Second;
        ArticleText
            .Of(ArticleReader.Read(new HtmlParser().ParseDocument(html), Address).ShouldNotBeNull().Body)
            .ShouldContain("bridge");
    }

    [Fact]
    public void A_short_story_beside_a_long_column_of_teasers_is_found()
    {
        var teasers = string.Concat(
            Enumerable.Repeat(
                "<div class=t><a href=/x><h3>Swimming hall opens its doors at last</h3></a><p>Some four hundred children were in the water within the hour, and the mayor with them.</p></div>",
                20
            )
        );
        Text(
                $"<head><title>Bridge closes</title></head><body><div class=l><h1>Bridge closes</h1><p>{First}</p><p>{Second}</p><p>{Third}</p></div><div class=r>{teasers}</div></body>"
            )
            .ShouldBe(Plain);
    }

    [Fact]
    public void A_live_report_keeps_all_its_entries()
    {
        var entries = string.Concat(
            Enumerable
                .Range(10, 6)
                .Select(hour =>
                    $"<article class=entry><time>{hour}:00</time><h2>News of {hour}</h2><p>{First}</p></article>"
                )
        );
        var text = Text($"<body><h1>Bridge closes: live</h1><div class=feed>{entries}</div></body>");
        text.Split(First).Length.ShouldBe(7);
        text.ShouldContain("News of 12");
    }
}
