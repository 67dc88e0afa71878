using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Imports;

/// <summary>Takes a page's pictures into the library. One that cannot be had keeps its words, and shows no frame.</summary>
internal sealed class ImportPictures(OnRecordDb db, AddPicture library, GuardedFetcher fetcher)
{
    private readonly List<ImportProblem> problems = [];

    public IReadOnlyList<ImportProblem> Problems => problems;

    public async Task<LeadPicture?> Lead(ReadStory story, PageSource page, CancellationToken stop)
    {
        if (story.Lead is not { } lead)
            return null;
        if (lead.Address.Length == 0)
            problems.Add(
                ImportProblem.Warning(
                    page.Name,
                    "The page names a picture and does not hold it. Its caption and credit are kept, and no frame is shown."
                )
            );
        var picture = lead.Address.Length == 0 ? null : await Take(lead.Address, lead.Credit, page, stop);
        return new LeadPicture(
            picture?.Sha256,
            picture?.Width ?? 0,
            picture?.Height ?? 0,
            lead.Alt,
            lead.Caption,
            lead.Credit
        );
    }

    public async Task<StoryDocument> InText(StoryDocument text, PageSource page, CancellationToken stop)
    {
        var sources = new List<Figure>();
        _ = Rewrite.Figures(
            text,
            figure =>
            {
                sources.Add(figure);
                return figure;
            }
        );
        var taken = new Dictionary<string, string>();
        foreach (var figure in sources)
            if (
                !taken.ContainsKey(figure.Source) && await Take(figure.Source, figure.Credit, page, stop) is { } picture
            )
                taken[figure.Source] = picture.Source;
        return Rewrite.Figures(
            text,
            figure => figure with { Source = taken.GetValueOrDefault(figure.Source, figure.Source) }
        );
    }

    private async Task<Picture?> Take(string address, string? credit, PageSource page, CancellationToken stop)
    {
        var bytes = await Bytes(address, page, stop);
        if (bytes.Value is not { } file)
            // A server that has gone since must not take a picture away that the library holds.
            return await db.Pictures.FirstOrDefaultAsync(row => row.Origin == address, stop)
                ?? Missed(page, bytes.Problems[0]);
        var added = await library.From(file, address, origin: address, credit, stop);
        return added.Value ?? Missed(page, added.Problems[0]);
    }

    private Picture? Missed(PageSource page, Problem problem)
    {
        problems.Add(ImportProblem.Warning(page.Name, $"A picture could not be had. {problem.Message}"));
        return null;
    }

    private async Task<Outcome<byte[]>> Bytes(string address, PageSource page, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return new Problem($"{address} is not an address that can be fetched.");
        if (SavedPictures.Is(uri))
            return SavedPictures.Read(uri, page.Name);
        var fetched = await fetcher.Fetch(uri, "image/*", stop);
        return fetched.Value is { } answer ? answer.Bytes : fetched.Problems[0];
    }
}
