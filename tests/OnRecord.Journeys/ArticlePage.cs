using System.Globalization;

namespace OnRecord.Journeys;

/// <summary>Good article pages, as another newsroom's system would serve them.</summary>
internal static class ArticlePage
{
    /// <param name="payload">Put in the middle of the text as it is.</param>
    public static string Around(string payload, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>The ferry made crossing number {number} today</title></head>
            <body><nav><a href="/">Home</a></nav>
            <article>
            <h1>The ferry made crossing number {number} today</h1>
            <p>By Ines Okafor</p>
            <p>The ferry crossed the river for the {number}th time this morning, with eleven people, two bicycles and a wardrobe aboard, and it was late by less than a minute.</p>
            <p>The county says that the winch was mended during the night, after a crew brought a new drum from the coast by road and fitted it under lamps.</p>
            {payload}
            <p>Those who cross every day to the dairy on the other bank said that they had walked nine kilometres to the bridge and back for more than a week.</p>
            <p>The timetable for the summer will be decided in May, when the council meets for the last time before the long holiday, and the fares with it.</p>
            </article>
            <footer>The other newsroom</footer></body></html>
            """
        );

    /// <summary>A plain page with a section and a date.</summary>
    public static string Dated(int number, string section, DateOnly day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Crossing number {number} of the year</title>
            <meta property="article:section" content="{section}">
            <meta property="article:published_time" content="{day:yyyy-MM-dd}T09:00:00Z"></head>
            <body><article>
            <h1>Crossing number {number} of the year</h1>
            <p>The ferry crossed the river for the {number}th time this year, with eleven people, two bicycles and a wardrobe aboard, and it was late by less than a minute.</p>
            <p>The county says that the winch was mended during the night, after a crew brought a new drum from the coast by road and fitted it under lamps.</p>
            <p>The timetable for the summer will be decided in May, when the council meets for the last time before the long holiday, and the fares with it.</p>
            </article></body></html>
            """
        );
}
