using System.Buffers;

namespace OnRecord.Attribution.Text;

/// <summary>Which marks are quotation marks.</summary>
internal static class Quotes
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”„\"«»‹›");

    public static bool Opens(char letter) =>
        letter is '“' or '„' or '‟' or '"' or '«' or '»' or '‹' or '›' or '\'' or '‘' or '`' or '‚';

    public static bool Closes(char letter) => letter is '”' or '“' or '"' or '»' or '«' or '›' or '‹' or '\'' or '’';

    /// <summary>Whether a span ends with its quotation.</summary>
    public static bool Ends(string text, Span span) => span.Length > 1 && Closes(text[span.End - 1]);

    /// <summary>Whether a double or pointed mark stands within.</summary>
    public static bool Within(string text, Span span) => text.AsSpan(span.Start, span.Length).IndexOfAny(Marks) >= 0;
}
