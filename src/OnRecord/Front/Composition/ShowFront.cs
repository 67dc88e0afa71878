using Microsoft.EntityFrameworkCore;
using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Front.Composition;

/// <summary>The front, and how it would look before it is saved.</summary>
internal static class ShowFront
{
    /// <summary>Places end, notices and corrections grow old though nothing changes.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public static async Task<IResult> Get(
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        PageTags tags,
        TimeProvider clock
    )
    {
        if (before is not null)
            return await ShowList.Behind(before, db, shell, pages, tags);
        tags.Add(StoryTags.Front);
        tags.Add(StoryTags.Site);
        tags.FreshFor = Fresh;
        var composition = await db.FrontComposition();
        return await pages.Page<FrontPage>(
            await View(composition.Plan, composition.ChangedAt, db, shell, tags, clock.GetUtcNow())
        );
    }

    /// <summary>The front as the desk's page sends it. Nothing is kept.</summary>
    public static async Task<IResult> Preview(
        HttpContext http,
        IFormCollection sent,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        PageTags tags,
        TimeProvider clock
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var (plan, _) = FrontPlanForm.Read(sent, await db.Newsroom());
        var view = await View(plan, null, db, shell, tags, clock.GetUtcNow());
        return await pages.Page<FrontPage>(
            view with
            {
                Preview = view.Shell.Words["PreviewOfFront"],
                Shell = view.Shell with { Canonical = null },
            }
        );
    }

    private static async Task<FrontView> View(
        FrontPlan plan,
        DateTimeOffset? since,
        OnRecordDb db,
        Shell shell,
        PageTags tags,
        DateTimeOffset now
    )
    {
        var (around, newsroom) = await shell.Around(null, null, "/");
        var front = await ArrangeFront.Of(db, plan, since, now);
        var lines = (await StoryLines.WithCounts(db, tags, await StoryLines.These(db, front.All))).ToDictionary(line =>
            line.Id
        );
        List<StoryLine> Of(IEnumerable<Guid> ids) =>
            [.. ids.Select(id => lines.GetValueOrDefault(id)).OfType<StoryLine>()];
        var lead = Of(front.Lead is { } led ? [led] : []);
        var seconds = Of(front.Seconds);
        var large = await StoryLines.WithShares(db, newsroom, [.. lead, .. seconds]);
        var river = Of(front.River);
        var sections = await Sections(db, front.Blocks);
        var showsNotice = plan.NoticeUntil is not { } until || now < until;
        return new FrontView
        {
            Shell = around with { Description = newsroom.Tagline.Length == 0 ? null : newsroom.Tagline },
            Notice = showsNotice ? plan.Notice : "",
            Correction = await FindNewCorrection.Of(db, now),
            Lead = large.Take(lead.Count).FirstOrDefault(),
            Seconds = [.. large.Skip(lead.Count)],
            River = river,
            Blocks =
            [
                .. front
                    .Blocks.Where(block => sections.ContainsKey(block.Section))
                    .Select(block => new BlockView(sections[block.Section], Of(block.Stories)))
                    .Where(block => block.Stories.Count > 0),
            ],
            Older = front.HasOlder && river.Count > 0 ? ShowList.Behind("/", river[^1]) : null,
            Clock = newsroom.Local,
            Now = newsroom.Local(now),
        };
    }

    private static async Task<Dictionary<Guid, SectionLink>> Sections(
        OnRecordDb db,
        IReadOnlyList<ArrangedBlock> blocks
    )
    {
        var ids = blocks.Select(block => block.Section).ToList();
        var rows = await db.Set<Section>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync();
        return rows.ToDictionary(row => row.Id, Shell.Link);
    }
}
