using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Web;

namespace OnRecord.Imports;

/// <summary>Imports pages one after the other; a bad one among them stops none.</summary>
internal sealed class ImportStories(IServiceScopeFactory scopes, GuardedFetcher fetcher)
{
    /// <param name="named">Files, folders and addresses.</param>
    /// <param name="progress">Told each page's name before it is read, and how many are done of how many.</param>
    public async Task<ImportReport> Run(
        IEnumerable<string> named,
        ImportChoices choices,
        Action<string, int, int> progress,
        CancellationToken stop
    )
    {
        var rows = new List<ImportRow>();
        var problems = new List<ImportProblem>();
        var sources = new List<PageSource>();
        foreach (var found in named.SelectMany(PageSources.Of))
            if (found.Value is { } source)
                sources.Add(source);
            else
                problems.AddRange(found.Problems.Select(problem => new ImportProblem(problem.Field!, problem.Message)));
        foreach (var (at, page) in sources.Index())
        {
            progress(page.Name, at, sources.Count);
            if (await TryPage(page, choices, problems, stop) is { } row)
                rows.Add(row);
        }
        return new ImportReport(rows, problems);
    }

    private async Task<ImportRow?> TryPage(
        PageSource page,
        ImportChoices choices,
        List<ImportProblem> problems,
        CancellationToken stop
    )
    {
        try
        {
            var read = await PageOpener.Open(page, fetcher, stop);
            if (read.Value is { } story)
                return await TakeOrTakeAgain(story, page, choices, problems, stop);
            problems.AddRange(read.Problems.Select(problem => new ImportProblem(page.Name, problem.Message)));
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // One page that we handle wrongly must not stop the thousand beside it.
            problems.Add(
                new ImportProblem(
                    page.Name,
                    $"{page.Name} was not imported: {fault.GetBaseException().Message} Nothing of it was kept."
                )
            );
        }
        return null;
    }

    // Another import may have brought in the same page, section or person a moment before: then it is there now.
    private async Task<ImportRow> TakeOrTakeAgain(
        ReadStory read,
        PageSource page,
        ImportChoices choices,
        List<ImportProblem> problems,
        CancellationToken stop
    )
    {
        try
        {
            return await Take(read, page, choices, problems, stop);
        }
        catch (DbUpdateException)
        {
            return await Take(read, page, choices, problems, stop);
        }
    }

    private async Task<ImportRow> Take(
        ReadStory read,
        PageSource page,
        ImportChoices choices,
        List<ImportProblem> problems,
        CancellationToken stop
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var done = await scope.ServiceProvider.GetRequiredService<ImportPage>().Take(read, page, choices, stop);
        problems.AddRange(done.Problems);
        return new ImportRow(
            done.Story?.Id,
            done.Story?.Path is { } path ? PublicAddress.Encode(path) : null,
            read.Headline,
            read.Section,
            read.Deck,
            read.Byline,
            read.PublishedAt,
            read.Language,
            read.Lead is null ? null : new ImportedPicture(read.Lead.Caption, read.Lead.Credit),
            read.Text.Blocks.Count(block => block is Paragraph),
            read.Removed,
            done.Status
        );
    }
}
