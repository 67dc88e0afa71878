using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Documents;

/// <summary>The mark that an inline element puts on its words.</summary>
internal static partial class MarkReader
{
    public static Mark? Of(IElement element, Uri? page) =>
        element.LocalName switch
        {
            "strong" or "b" => new Strong(),
            "em" or "i" or "cite" or "dfn" or "var" => new Emphasis(),
            "sub" => new Subscript(),
            "sup" => new Superscript(),
            "code" or "kbd" or "samp" or "tt" => new Code(),
            "a" => SafeAddress.ForLink(element.GetAttribute("href"), page) is { } address ? new Link(address) : null,
            _ when element.GetAttribute("data-source") is { Length: > 0 and <= 100 } id => new Attribution(id),
            _ when element.GetAttribute("lang") is { } tag && LanguageTag().IsMatch(tag) => new Language(tag),
            _ => null,
        };

    // RFC 5646, 2.1, in outline: a primary language and up to seven subtags.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,7}$")]
    private static partial Regex LanguageTag();
}
