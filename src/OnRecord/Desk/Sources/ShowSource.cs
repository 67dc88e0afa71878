using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>A source's page: what it is, what it said, and what was done with it.</summary>
internal static class ShowSource
{
    public static async Task<IResult> Get(
        Guid id,
        int? page,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } source)
            return Results.NotFound();
        return source.MergedIntoId is { } into
            ? SeeOther.At($"/desk/sources/{into}")
            : await Page(source, SourceWords.Of(source), [], page ?? 1, http, who, db, room, pages, clock);
    }

    /// <param name="said">What the form shows.</param>
    public static async Task<IResult> Page(
        Source source,
        SourceWords said,
        IReadOnlyList<Problem> problems,
        int page,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        var (around, newsroom) = await room.Around(http, source.Name);
        var words = Room.Words(SourcesRoutes.Strings, around);
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        page = Math.Clamp(page, 1, 100_000);
        var (statements, total) = await ReadStatements.Of(db, source.Id, page, words);
        var merged = await ReadSource.Merged(db, source.Id);
        var path = $"/desk/sources/{source.Id}";
        var view = new SourceView
        {
            Around = around with { Done = problems.Count > 0 ? null : DoneOf(http, words) ?? around.Done },
            Words = words,
            Problems = StoryHead.Told(problems, who.Language),
            Source = ReadLedger.View(source),
            Notes = source.Notes,
            Total = total,
            Statements = statements,
            Later = page > 1 ? $"{path}?page={page - 1}" : null,
            Earlier = page * ReadStatements.PageLength < total ? $"{path}?page={page + 1}" : null,
            Copies = await ReadSource.Copies(db, source, Said),
            Merged = [.. merged.Select(row => new MergedView(row.Name, Described(row)))],
            History = await ReadSource.History(db, merged.Select(row => row.Id).Append(source.Id), words, Said),
            Fields = SourceForm.Fields(said, words, who.Language, problems),
            Shown = await DescribeSource.StoriesThatShow(db, source.Id),
            Spark = await ReadSource.Spark(
                db,
                source.Id,
                words,
                DateOnly.FromDateTime(newsroom.Local(clock.GetUtcNow()).DateTime)
            ),
            MayChange = who.May(Permission.WriteStories),
            MayMerge = who.May(Permission.EditStories),
        };
        return await pages.Page<SourcePage>(view, problems.Count > 0 ? 422 : 200);
    }

    private static string? Described(Source source) =>
        string.Join(", ", new[] { source.Role, source.Affiliation }.OfType<string>()) is { Length: > 0 } described
            ? described
            : null;

    private static string? DoneOf(HttpContext http, Words words) =>
        int.TryParse(http.Request.Query["renewed"], out var renewed) && renewed is > 0 and < 1_000_000
            ? words.Count("Renewed", renewed)
            : null;
}
