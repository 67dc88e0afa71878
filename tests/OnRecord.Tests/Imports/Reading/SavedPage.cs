using AngleSharp.Html.Parser;
using OnRecord.Imports.Reading;

namespace OnRecord.Tests.Imports.Reading;

/// Small pages of an imagined newsroom, to be read back.
internal static class SavedPage
{
    public static readonly Uri Address = new("https://river.example/news/2026/03/02/bridge");

    public const string First =
        "The old bridge over the Vorska will close to cars on Monday after engineers found rust in two of its pillars, the city council said.";
    public const string Second =
        "Buses will take the northern road until repairs are done, which the council's engineers expect to last through the summer and perhaps longer.";
    public const string Third =
        "“We would rather close it a year too early than a day too late,” said Olena Marchuk, the city's chief engineer, at a meeting on Thursday.";

    public static ReadArticle? TryRead(string html, Uri? address = null) =>
        ArticleReader.Read(new HtmlParser().ParseDocument(html), address ?? Address);

    public static ReadArticle Read(string html) => TryRead(html).ShouldNotBeNull();

    public static string Text(string html) => ArticleText.Of(Read(html).Body);

    /// A page with the three paragraphs and something more after the second.
    public static string With(string inner, string head = "", string after = "") =>
        $"""
            <html lang="en"><head><title>Bridge closes on Monday | River News</title><meta property="og:site_name" content="River News">{head}</head>
            <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
            <main><article><h1>Bridge closes on Monday</h1><div class="entry-content"><p>{First}</p><p>{Second}</p>{inner}<p>{Third}</p></div></article>{after}</main>
            <footer><p>River News is published by people of the town, for the town, since 1987.</p></footer></body></html>
            """;

    public static readonly string Plain = string.Join("\n\n", First, Second, Third);
}
