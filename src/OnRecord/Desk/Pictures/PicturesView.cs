using OnRecord.Documents;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Pictures;

/// <summary>The picture library.</summary>
public sealed record PicturesView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required IReadOnlyList<PictureTile> Pictures { get; init; }

    /// <summary>The words that were sought; empty for none.</summary>
    public required string Sought { get; init; }

    /// <summary>Which pictures: the key of its word, such as <c>Show.NoCredit</c>.</summary>
    public required PictureShow Show { get; init; }

    /// <summary>Where the next page is; null at the end.</summary>
    public string? Next { get; init; }

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater { get; init; }

    public bool MayAdd { get; init; }

    /// <summary>Why files were refused, each with its name.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>How many files were taken although others were refused.</summary>
    public int Taken { get; init; }

    public bool IsNarrowed => Sought.Length > 0 || Show != PictureShow.All;
}

/// <summary>A picture in the library's grid.</summary>
public sealed record PictureTile(
    string Link,
    PictureRendering Thumb,
    string Name,
    string? Caption,
    string? Credit,
    bool HasAlt,
    bool SaysGenerated
);

/// <summary>Which pictures of the library are shown.</summary>
public enum PictureShow
{
    All,
    NoCredit,
    NoAlt,
    Mine,
    Used,
    Unused,
}
