using System.Globalization;

namespace OnRecord.Documents;

/// <summary>What the writer of HTML is told from outside the document.</summary>
public sealed record HtmlOptions
{
    /// <summary>From a figure's source to how it is shown; null leaves the figure out, so that no empty frame stands there. Unless told, http(s) addresses are shown as they are.</summary>
    public Func<string, PictureRendering?> Pictures { get; init; } =
        source =>
            SafeAddress.ForPicture(source) is { } address && !address.StartsWith('#')
                ? new PictureRendering(address, null, null, "", [])
                : null;

    /// <summary>What a screen reader calls a table that may be scrolled sideways.</summary>
    public string TableLabel { get; init; } = "Table";

    /// <summary>The words that lead to a video; given is the name of its host.</summary>
    public Func<string, string> WatchLabel { get; init; } = host => $"Watch at {host}";

    /// <summary>The words that lead to a chart; given is the name of its host.</summary>
    public Func<string, string> ChartLabel { get; init; } = host => $"Open the chart at {host}";

    /// <summary>What opens the table of a chart's data.</summary>
    public string DataLabel { get; init; } = "The data as a table";

    /// <summary>From an attribution's id to how its passage is shown; null leaves the words as they are. Unless told, the id is written as <c>data-source</c>.</summary>
    public Func<string, PassageRendering?>? Passages { get; init; }

    /// <summary>The page's own absolute address, against which links to this site are written in full, for text that is read elsewhere; null leaves them as they are.</summary>
    public Uri? Page { get; init; }

    /// <summary>The <c>rel</c> of every link, for text by people whom the newsroom does not answer for; null writes none.</summary>
    public string? LinkRelation { get; init; }

    /// <summary>A link's address as it is written; null where it may not be linked to.</summary>
    internal string? LinkTo(string? address) =>
        SafeAddress.ForLink(address) is not { } safe ? null
        : Page is null ? safe
        : SafeAddress.ForLink(safe, Page);
}

/// <summary>How a passage that is tied to a source is put into a page: its pieces as <c>span</c>s, and after the last of them its number, which leads to the note.</summary>
/// <param name="Class">The class of each piece.</param>
/// <param name="Number">The number, from 1; the same passage has no two.</param>
/// <param name="Label">What a screen reader calls the link to the note.</param>
/// <param name="Language">The label's language, where it is not the text's; a BCP 47 tag.</param>
public sealed record PassageRendering(string Class, int Number, string Label, string? Language = null)
{
    /// <summary>The id of the number, to which the note leads back.</summary>
    public string Place => PlaceOf(Number);

    /// <summary>The id of the note.</summary>
    public string Note => NoteOf(Number);

    /// <summary>The id of a passage's number.</summary>
    public static string PlaceOf(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    /// <summary>The id of a passage's note.</summary>
    public static string NoteOf(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");
}

/// <summary>How a picture is put into a page.</summary>
/// <param name="Address">The picture that every browser understands.</param>
/// <param name="Width">Its width in CSS pixels.</param>
/// <param name="Height">Its height in CSS pixels.</param>
/// <param name="Sizes">The <c>sizes</c> attribute.</param>
/// <param name="Sources">Its encodings in several widths, best first; the last is the one of <paramref name="Address"/>.</param>
public sealed record PictureRendering(
    string Address,
    int? Width,
    int? Height,
    string Sizes,
    ValueList<PictureSource> Sources
)
{
    /// <summary>The class under which a style sheet fills its place with a colour until it has arrived; null for none.</summary>
    public string? Tone { get; init; }
}

/// <summary>One encoding of a picture in several widths.</summary>
/// <param name="Type">Its media type, such as <c>image/avif</c>.</param>
/// <param name="Addresses">The <c>srcset</c> attribute.</param>
public sealed record PictureSource(string Type, string Addresses);
