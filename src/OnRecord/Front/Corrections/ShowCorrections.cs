using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Front.Corrections;

/// <summary>All that the newsroom corrected, clarified, retracted or had to remove.</summary>
internal static class ShowCorrections
{
    public const string Path = "/corrections";

    public const int PageSize = 30;

    public static async Task<IResult> Get(string? before, OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Corrections);
        tags.Add(StoryTags.Site);
        var place = CorrectionPlace.Read(before);
        if (before is not null && place is null)
            return Results.NotFound();
        var words = Shell.Words((await db.Newsroom()).Language);
        var (around, newsroom) = await shell.Around(
            words["CorrectionsHeading"],
            null,
            place is null ? Path : Continued(place.Value)
        );
        var found = await CorrectionLines.Newest(db, PageSize + 1, place);
        var shown = found.Take(PageSize).ToList();
        return await pages.Page<CorrectionsPage>(
            new CorrectionsView
            {
                Shell = around with { Description = words["CorrectionsIntro"] },
                Lines = [.. shown.Select(line => View(line, newsroom))],
                Older = found.Count > shown.Count ? Continued(new CorrectionPlace(shown[^1].At, shown[^1].Id)) : null,
                Newest = place is null ? null : Path,
            }
        );
    }

    private static CorrectionView View(CorrectionLine line, Newsroom newsroom) =>
        new()
        {
            Kind = $"Kind.{line.Kind}",
            IsLoud = line.Kind != VersionKind.Clarification,
            At = newsroom.Local(line.At),
            Headline = line.Headline,
            Link = line.Path,
            Language = line.Language,
            Note = line.Note,
            Wrong = line.Wrong,
            Right = line.Right,
            Reason = line.Reason,
            IsErased = line.IsErased,
            Number = line.Number,
            Since = line.Since,
            Comparison = line.Comparison,
        };

    private static string Continued(CorrectionPlace place) => $"{Path}?before={place}";
}

/// <summary>The page of corrections.</summary>
public sealed record CorrectionsView
{
    public required ShellView Shell { get; init; }
    public required IReadOnlyList<CorrectionView> Lines { get; init; }

    /// <summary>The page that continues this one; null at the end.</summary>
    public string? Older { get; init; }

    /// <summary>The first page; null on it.</summary>
    public string? Newest { get; init; }
}

/// <summary>One line of it.</summary>
public sealed record CorrectionView
{
    /// <summary>The key of its word: <c>Kind.Correction</c> and so on.</summary>
    public required string Kind { get; init; }
    public required bool IsLoud { get; init; }

    /// <summary>On the newsroom's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the story was removed.</summary>
    public string? Headline { get; init; }
    public string? Link { get; init; }
    public required string Language { get; init; }
    public string Note { get; init; } = "";
    public string? Wrong { get; init; }
    public string? Right { get; init; }
    public string? Reason { get; init; }

    /// <summary>Whether its words were removed by law.</summary>
    public bool IsErased { get; init; }
    public required int Number { get; init; }
    public int? Since { get; init; }
    public string? Comparison { get; init; }
}
