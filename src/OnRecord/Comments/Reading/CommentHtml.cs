using OnRecord.Documents;

namespace OnRecord.Comments.Reading;

/// <summary>A comment's words as HTML.</summary>
internal static class CommentHtml
{
    // Readers' links are theirs: search engines take nothing from them (rel=ugc), and nobody learns where they were followed from.
    private static readonly HtmlOptions Options = new() { LinkRelation = "ugc nofollow noopener noreferrer" };

    public static string Of(string text) => HtmlWriter.Write(LightMarkdown.Read(text), Options);
}
