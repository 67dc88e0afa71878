using System.Text.Json;
using OnRecord.Documents;
using OnRecord.Media;

namespace OnRecord.Commands.Verification;

/// <summary>Words, links and pictures of a statement's text, in the order in which a page shows them: the table in docs/checking-the-record.md, “A page and its version”.</summary>
internal sealed class StatementText
{
    private static readonly HashSet<string> Holders =
    [
        "doc",
        "paragraph",
        "heading",
        "blockquote",
        "pullQuote",
        "bulletList",
        "orderedList",
        "listItem",
        "gallery",
        "table",
        "tableRow",
        "tableHeader",
        "tableCell",
        "callout",
        "codeBlock",
    ];

    private static readonly string[] SignatureOfPost = ["author", "handle", "network", "postedOn"];

    private StatementText() { }

    public BareText Words { get; } = new();

    /// <summary>The links as they are written.</summary>
    public List<string> Links { get; } = [];

    public List<SeenPicture> Pictures { get; } = [];

    public static StatementText Of(JsonElement document)
    {
        var text = new StatementText();
        text.Take(document);
        return text;
    }

    private void Take(JsonElement node)
    {
        switch (node.Text("type"))
        {
            case "text":
                Words.Add(node.Text("text"));
                foreach (var mark in node.Each("marks").Where(mark => mark.Text("type") == "link"))
                    Link(mark.Member("attrs")?.Text("href"));
                break;
            case "hardBreak":
                Words.Space();
                break;
            case "figure":
                if (Picture(node))
                    Caption(node);
                break;
            case "linkedMedia":
                Media(node);
                break;
            case "socialPost":
                Children(node);
                if (node.Member("attrs") is { } post && Signed(post))
                    Link(post.Text("address"));
                break;
            case "horizontalRule":
                break;
            case { } type when Holders.Contains(type):
                Children(node);
                Words.Space();
                break;
            default:
                Unknown(node);
                Words.Space();
                break;
        }
    }

    private void Children(JsonElement node)
    {
        foreach (var child in node.Each("content"))
            Take(child);
    }

    private void Media(JsonElement node)
    {
        var figure = node.Each("content").FirstOrDefault(child => child.Text("type") == "figure");
        var isShown = figure.ValueKind == JsonValueKind.Object && Picture(figure);
        Link(node.Member("attrs")?.Text("address"));
        foreach (var table in node.Each("content").Where(child => child.Text("type") == "table"))
            Take(table);
        if (isShown)
            Caption(figure);
    }

    // One that is not of the library is not shown, nor what is said of it.
    private bool Picture(JsonElement figure)
    {
        if (figure.Member("attrs") is not { } about || LibrarySource.Read(about.Text("src") ?? "") is not { } source)
            return false;
        Pictures.Add(new SeenPicture(source.Sha256, about.Text("alt") ?? ""));
        return true;
    }

    private void Caption(JsonElement figure)
    {
        Children(figure);
        Words.Space();
        Words.Add(figure.Member("attrs")?.Text("credit"));
        Words.Space();
    }

    private static bool Signed(JsonElement post) => SignatureOfPost.Any(name => post.Text(name) is { Length: > 0 });

    private void Link(string? address)
    {
        if (SafeAddress.ForLink(address) is { } safe)
            Links.Add(safe);
    }

    private void Unknown(JsonElement node)
    {
        if (node.Text("text") is { } words)
            Words.Add(words);
        foreach (var child in node.Each("content"))
            Unknown(child);
    }
}
