using static OnRecord.Tests.Imports.Reading.SavedPage;

namespace OnRecord.Tests.Imports.Reading;

public sealed class SafeReadingTests
{
    [Theory]
    [InlineData("<p onclick='x()' style='color:red' class=c id=i>The ferry takes forty cars at a time.</p>")]
    [InlineData("<p>The ferry takes <a href='javascript:x()' target=_blank>forty cars</a> at a time.</p>")]
    [InlineData("<p>The ferry takes <a href='data:text/html,x'>forty cars</a> at a time.</p>")]
    [InlineData(
        "<p>The ferry takes forty cars<script>x()</script><style>p{}</style><svg onload=x()></svg> at a time.</p>"
    )]
    [InlineData(
        "<p>The ferry <img src=x onerror=x()>takes <b onmouseover=x()>forty</b> cars at a time.</p><object data=x></object><embed src=x><iframe srcdoc='<script>x()</script>'></iframe>"
    )]
    public void Only_the_listed_elements_and_attributes_come_through(string html)
    {
        var body = Read(With(html)).Body;
        string[] elements =
        [
            "p",
            "h2",
            "h3",
            "h4",
            "blockquote",
            "ul",
            "ol",
            "li",
            "figure",
            "img",
            "figcaption",
            "cite",
            "table",
            "tr",
            "td",
            "th",
            "pre",
            "hr",
            "a",
            "strong",
            "em",
            "code",
            "br",
            "sub",
            "sup",
            "span",
        ];
        body.QuerySelectorAll("*").Select(element => element.LocalName).ShouldBeSubsetOf(elements);
        body.QuerySelectorAll("*")
            .SelectMany(element => element.Attributes)
            .Select(attribute => attribute.Name)
            .ShouldBeSubsetOf(["href", "src", "alt", "lang"]);
        body.TextContent.ShouldContain("cars");
        body.TextContent.ShouldNotContain("x()");
    }

    [Fact]
    public void Links_are_absolute() =>
        Read(With("<p>The ferry takes <a href='../ferry?x=1'>forty cars</a> at a time.</p>"))
            .Body.QuerySelector("a")
            .ShouldNotBeNull()
            .GetAttribute("href")
            .ShouldBe("https://river.example/news/2026/03/ferry?x=1");
}
