using System.Diagnostics;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OnRecord.Imports;

/// <summary>Parses HTML within a time limit: the parser's work grows with the square of how deep elements lie, and a hostile page lays them deep.</summary>
internal static class TimedParser
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <returns>The page; null where the time ran out.</returns>
    public static IHtmlDocument? Parse(string text)
    {
        var since = Stopwatch.GetTimestamp();
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                OnCreated = (_, _) =>
                {
                    if (Stopwatch.GetElapsedTime(since) > Limit)
                        throw new TimeoutException();
                },
            }
        );
        try
        {
            return parser.ParseDocument(text);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
