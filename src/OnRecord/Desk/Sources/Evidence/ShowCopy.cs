using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>One saved copy: what, when, by whom, its digest, its text.</summary>
internal static class ShowCopy
{
    public static Task<IResult> Get(
        Guid copy,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        EvidenceFolder folder,
        Room room,
        PageRenderer pages
    ) => Page(copy, http, who, db, folder, room, pages);

    public static Task<IResult> File(Guid copy, HttpContext http, SignedIn who, OnRecordDb db, EvidenceFolder folder) =>
        HandOut(copy, who, db, row => ServeCopy.Bytes(row, http, folder));

    public static Task<IResult> Warc(Guid copy, HttpContext http, SignedIn who, OnRecordDb db, EvidenceFolder folder) =>
        HandOut(copy, who, db, row => ServeCopy.Warc(row, http, folder));

    public static async Task<IResult> Page(
        Guid copy,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        EvidenceFolder folder,
        Room room,
        PageRenderer pages,
        params Problem[] problems
    )
    {
        if (await FoundCopy.Find(db, copy, who) is not { } found || !found.MaySee(who))
            return Results.NotFound();
        var row = found.Row;
        var (around, newsroom) = await room.Around(http, row.Title);
        var words = Room.Words(EvidenceRoutes.Strings, around);
        var by = await db.Set<StaffMember>()
            .Where(one => one.Id == row.TakenBy)
            .Select(one => one.Name)
            .FirstOrDefaultAsync();
        var view = new SavedCopyView
        {
            Around = around with { Done = ShowCopies.DoneOf(http, words) ?? around.Done },
            Words = words,
            Id = row.Id,
            Title = row.Title,
            Address = row.Address,
            IsPublic = row.IsPublic,
            MayShow = found.MayChange && found.Source.IsNamed && found.Entry is not null,
            MayChange = found.MayChange,
            IsNamed = found.Source.IsNamed,
            StandsBehindStatement = found.Entry is not null,
            HasWarc = row.Kind == SavedCopyKind.Fetched,
            AllOfThem = found.AllOfThem,
            Facts = [.. Facts(found, by, words, newsroom)],
            Statement = found.Entry?.Words,
            Text = await ServeCopy.Text(row, folder),
            Problems = StoryHead.Told(problems, who.Language),
        };
        return await pages.Page<SavedCopyPage>(view, problems.Length > 0 ? 422 : 200);
    }

    private static async Task<IResult> HandOut(Guid copy, SignedIn who, OnRecordDb db, Func<SavedCopy, IResult> give) =>
        await FoundCopy.Find(db, copy, who) is { } found && found.MaySee(who) ? give(found.Row) : Results.NotFound();

    private static IEnumerable<CopyFact> Facts(FoundCopy found, string? by, Words words, Newsroom newsroom)
    {
        var row = found.Row;
        yield return new CopyFact(words["Fact.Kind"], words[$"Kind.{row.Kind}"]);
        yield return new CopyFact(words["Fact.Source"], found.Source.Name);
        if (found.Story is { } story)
            yield return new CopyFact(words["Fact.Story"], story.Draft.Headline, $"/desk/stories/{story.Id}");
        yield return new CopyFact(words["Fact.TakenAt"], words.Moment(newsroom.Local(row.TakenAt)));
        if (by is not null)
            yield return new CopyFact(words["Fact.TakenBy"], by);
        yield return new CopyFact(words["Fact.Type"], row.MediaType);
        yield return new CopyFact(words["Fact.Length"], words.With("Bytes", row.Length));
        yield return new CopyFact("SHA-256", row.Sha256);
    }
}
