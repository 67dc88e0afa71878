using System.Buffers;
using System.Net;
using System.Text;

namespace OnRecord.Comments.Judging;

/// <summary>
/// A comment as its reader sees it: tags gone, entities as the letters they stand for, a link with where it leads. Old collections of comments
/// keep them as HTML; what a reader types into a form is read the same way, so that both are judged alike.
/// </summary>
internal static class CommentMarkup
{
    private const int LongestTag = 4000;

    private static readonly SearchValues<char> OfAMoment = SearchValues.Create("0123456789:");

    public static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text;
        var bare = text.Contains('<', StringComparison.Ordinal) ? WithoutTags(text) : text;
        return bare.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(bare) : bare;
    }

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        var target = default(Range);
        var linkBegan = -1;
        for (var at = 0; at < text.Length; )
        {
            var end = text[at] == '<' ? TagEnd(text, at) : -1;
            if (end < 0)
            {
                plain.Append(text[at++]);
                continue;
            }
            var tag = text.AsSpan((at + 1)..end);
            if (Is(tag, "a"))
                (target, linkBegan) = (Target(tag, at + 1), plain.Length);
            else if (Is(tag, "/a") && linkBegan >= 0)
            {
                EndLink(plain, linkBegan, text.AsSpan(target));
                linkBegan = -1;
            }
            else if (!Is(tag, "/a"))
                plain.Append(IsInline(tag) ? "" : "\n");
            at = end + 1;
        }
        return plain.ToString();
    }

    // “<3” and “a < b” are not tags.
    private static int TagEnd(string text, int at)
    {
        if (at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!'))
            return -1;
        var length = text.AsSpan(at, Math.Min(LongestTag, text.Length - at)).IndexOf('>');
        return length < 0 ? -1 : at + length;
    }

    private static bool Is(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == name.Length || !char.IsAsciiLetterOrDigit(tag[name.Length]));

    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        return Is(name, "b")
            || Is(name, "i")
            || Is(name, "em")
            || Is(name, "strong")
            || Is(name, "span")
            || Is(name, "s")
            || Is(name, "u");
    }

    private static Range Target(ReadOnlySpan<char> tag, int offset)
    {
        var at = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return default;
        at += "href=".Length;
        if (at < tag.Length && tag[at] is '"' or '\'')
        {
            var length = tag[(at + 1)..].IndexOf(tag[at]);
            return length < 0 ? default : (offset + at + 1)..(offset + at + 1 + length);
        }
        var bare = tag[at..].IndexOfAny(' ', '\t');
        return (offset + at)..(offset + (bare < 0 ? tag.Length : at + bare));
    }

    // A moment of a film, a hashtag or a person's name leads back to the same site; a shortened address is shown whole.
    private static void EndLink(StringBuilder plain, int began, ReadOnlySpan<char> target)
    {
        var shown = plain.ToString(began, plain.Length - began).Trim();
        if (shown.Length > 0 && (shown[0] is '#' or '+' or '@' || !shown.AsSpan().ContainsAnyExcept(OfAMoment)))
            return;
        if (
            shown.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        )
            plain.Length = began;
        else if (shown.Length > 0)
            plain.Append(' ');
        plain.Append(target);
    }
}
