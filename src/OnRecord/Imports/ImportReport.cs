using OnRecord.Imports.Reading;

namespace OnRecord.Imports;

/// <summary>What an import did.</summary>
internal sealed record ImportReport(IReadOnlyList<ImportRow> Stories, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Whether something was refused; a warning is none.</summary>
    public bool Refused => Problems.Any(problem => problem.IsRefusal);
}

/// <summary>One page that became a story.</summary>
/// <param name="Url">Where readers find it on this site; null while it is not published.</param>
/// <param name="Status"><c>created</c>, <c>unchanged</c> or <c>updated</c>.</param>
internal sealed record ImportRow(
    Guid? Id,
    string? Url,
    string Headline,
    string? Section,
    string? Deck,
    IReadOnlyList<string> Byline,
    DateTimeOffset? PublishedAt,
    string Language,
    ImportedPicture? Lead,
    int Paragraphs,
    IReadOnlyList<LeftOut> Removed,
    string Status
);

internal sealed record ImportedPicture(string? Caption, string? Credit);

/// <summary>Something that a person should know of, with the file or address it concerns.</summary>
internal sealed record ImportProblem(string Path, string Message)
{
    /// <summary>The page did not come in, or not wholly; otherwise a warning.</summary>
    public bool IsRefusal { get; init; } = true;

    public static ImportProblem Warning(string path, string message) => new(path, message) { IsRefusal = false };
}
