using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Audit;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Protection;

namespace OnRecord.Desk.Sources.Protection;

/// <summary>What is stored of who a source is whom readers are not told, who may know it, and who did what with it.</summary>
internal sealed class ShowIdentity(OnRecordDb db, Room room, PageRenderer pages)
{
    private const int LogLength = 100;

    private static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Sources.Protection.IdentityWords",
        typeof(ShowIdentity).Assembly
    );

    public static async Task<IResult> Get(Guid id, HttpContext http, ShowIdentity show) =>
        await show.Find(id) is { } source ? await show.Page(http, source, null) : TypedResults.NotFound();

    /// <returns>A source that is not named, or one of which something is stored still; null otherwise.</returns>
    public async Task<Source?> Find(Guid id) =>
        await db.Set<Source>().FirstOrDefaultAsync(row => row.Id == id) is { } source
        && (!source.IsNamed || await db.Set<ProtectedIdentity>().AnyAsync(row => row.SourceId == id))
            ? source
            : null;

    /// <param name="written">What stands in the form, of one that came back.</param>
    /// <param name="opened">Who it is; only in the answer to who asked to open it.</param>
    public async Task<IResult> Page(
        HttpContext http,
        Source source,
        Problem? problem,
        string? written = null,
        string? opened = null
    )
    {
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(Strings, around);
        var me = SignedIn.Of(http)!;
        var identity = await db.Set<ProtectedIdentity>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.SourceId == source.Id);
        var knowers = identity is null ? [] : await WhoKnows.Of(db, identity.Id);
        var iKnow = knowers.Any(one => one.StaffId == me.Id);
        string Moment(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        http.Response.Headers.CacheControl = "no-store";
        return await pages.Page<IdentityPage>(
            new IdentityView
            {
                Around = around with
                {
                    Title = words["Title"],
                    Done = problem is null && opened is null ? around.Done : null,
                },
                Words = words,
                Id = source.Id,
                Description = source.Name,
                Stored = identity is null ? null : Moment(identity.StoredAt),
                StoredBy = identity is null ? null : await NameOf(identity.StoredBy),
                IsNamed = source.IsNamed,
                IKnow = iKnow,
                MayForget = identity is not null && (iKnow || me.May(Permission.ManageStaff)),
                Knowers =
                [
                    .. knowers.Select(one => new KnowerView(one.StaffId, one.Name, Moment(one.GivenAt), one.MayOpen)),
                ],
                Others = iKnow
                    ?
                    [
                        .. (await WhoKnows.NotYet(db, identity!.Id)).Select(one => new ChoiceView(
                            $"{one.Id}",
                            one.Name
                        )),
                    ]
                    : [],
                Log = iKnow
                    ?
                    [
                        .. (await IdentityLog.Of(db, source.Id, LogLength)).Select(row => new IdentityActView(
                            Moment(row.At),
                            row.Name,
                            ActIn(words, row.Act),
                            row.Detail
                        )),
                    ]
                    : [],
                Written = written,
                Opened = opened,
                Maximum = ProtectIdentity.Longest,
                Problems = problem is null ? [] : [new Problem(problem.Field, ProblemWords.In(me.Language, problem))],
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private async Task<string?> NameOf(Guid staff) =>
        await db.Set<StaffMember>().Where(row => row.Id == staff).Select(row => row.Name).FirstOrDefaultAsync();

    private static string ActIn(Words words, string act) =>
        ShowAudit.Strings.GetString($"Act.{act}", CultureInfo.GetCultureInfo(words.Language)) ?? act;
}

/// <summary>What is stored of who a source is.</summary>
public sealed record IdentityView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required Guid Id { get; init; }

    /// <summary>What readers are told.</summary>
    public required string Description { get; init; }

    /// <summary>When it was stored; null where nothing is.</summary>
    public string? Stored { get; init; }

    public string? StoredBy { get; init; }

    /// <summary>Whether readers are told who it is by now.</summary>
    public required bool IsNamed { get; init; }

    public required bool IKnow { get; init; }
    public required bool MayForget { get; init; }
    public required IReadOnlyList<KnowerView> Knowers { get; init; }

    /// <summary>Editors who could be let know.</summary>
    public required IReadOnlyList<ChoiceView> Others { get; init; }

    public required IReadOnlyList<IdentityActView> Log { get; init; }
    public string? Written { get; init; }
    public string? Opened { get; init; }
    public required int Maximum { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>Somebody who may know who a source is.</summary>
public sealed record KnowerView(Guid Id, string Name, string Since, bool MayOpen);

/// <summary>Something that was done with it.</summary>
public sealed record IdentityActView(string At, string Name, string Act, string? Detail);
