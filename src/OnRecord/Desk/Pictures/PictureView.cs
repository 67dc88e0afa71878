using OnRecord.Documents;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Pictures;

/// <summary>One picture of the library with all that is known of it.</summary>
public sealed record PictureView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required string Sha256 { get; init; }
    public required string Name { get; init; }
    public required PictureRendering Whole { get; init; }

    /// <summary>Cut for lists around the focal point.</summary>
    public required PictureRendering Wide { get; init; }

    /// <summary>Cut for cards around the focal point.</summary>
    public required PictureRendering Card { get; init; }

    /// <summary>What stands in the form: what is kept, or what was sent and refused.</summary>
    public required PictureFields Fields { get; init; }

    public required IReadOnlyList<PictureFact> Facts { get; init; }
    public required IReadOnlyList<PictureUsePlace> Uses { get; init; }

    /// <summary>What it says of itself; null where it has no manifest.</summary>
    public ProvenanceView? Provenance { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public bool MayEdit { get; init; }
    public bool MayDelete { get; init; }

    public string Address => $"/desk/pictures/{Sha256}";
}

/// <summary>The words of a picture as its form holds them.</summary>
public sealed record PictureFields(
    string Caption,
    string Credit,
    string Alt,
    string Licence,
    string FocusX,
    string FocusY
);

/// <summary>Something about the file: its name as a word, and what it is.</summary>
public sealed record PictureFact(string Name, string Value);

/// <summary>A story that shows the picture, and where in it.</summary>
public sealed record PictureUsePlace(string Headline, string Link, string Places);

/// <summary>What a C2PA manifest says, in words.</summary>
public sealed record ProvenanceView(
    bool SaysGenerated,
    IReadOnlyList<PictureFact> Facts,
    IReadOnlyList<string> Actions
);
