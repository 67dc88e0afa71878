using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Front.Reports;

/// <summary>Takes a report in and leads to its own page.</summary>
internal sealed class SendReport(
    OnRecordDb db,
    ShowReportForm show,
    ReportError report,
    ReportLimits limits,
    PublicAddress address,
    TimeProvider clock
)
{
    /// <summary>As many as a desk can look through in an hour, from all senders together.</summary>
    private const int OfAllAnHour = 60;

    /// <summary>Nobody is to get our mail all day because somebody else types their address.</summary>
    private const int OfAddressADay = 5;

    public async Task<IResult> Submit(string path, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!SameOrigin.Is(http.Request, address) || !http.Request.HasFormContentType)
            return await show.Message(null, "Foreign", StatusCodes.Status400BadRequest);
        if ((await ReportedStory.At(path, db) ?? await ReportedStory.OnceAt(path, db)) is not { } story)
            return Results.NotFound();
        if (story.Story.TakenDownAt is not null)
            return await show.Gone(story);
        var words = ShowReportForm.Words(story.Language);
        var form = ReportForm.Read(await http.Request.ReadFormAsync(), words);
        if (form.Problems.Count > 0)
            return await show.Page(story, form, form.Problems, StatusCodes.Status422UnprocessableEntity);
        if (await report.Same(db, story.Story.Id, form.Wrong) is null && await Limit(form, http, words) is { } limit)
        {
            http.Response.Headers.RetryAfter = "3600";
            return await show.Page(story, form, [limit], StatusCodes.Status429TooManyRequests);
        }
        return await Take(story, form) is { } taken
            ? SeeOther.At(WriteToReporter.PathOf(taken))
            : await show.Gone(story);
    }

    private async Task<ErrorReport?> Take(ReportedStory story, ReportForm form)
    {
        var said = new ReportedError(
            form.Version is { } version && version >= 1 && version <= story.Version ? version : story.Version,
            form.Wrong,
            Nothing(form.Passage),
            Nothing(form.Known),
            Nothing(form.Name),
            Nothing(form.Email),
            story.Language
        );
        Outcome<ErrorReport> outcome = default;
        await db.Transact(async () => outcome = await report.Into(db, story.Story, said));
        return outcome.Value;
    }

    private async Task<Problem?> Limit(ReportForm form, HttpContext http, Platform.Pages.Words words)
    {
        var hour = clock.GetUtcNow().AddHours(-1);
        if (await db.Set<ErrorReport>().CountAsync(row => row.At > hour) >= OfAllAnHour)
            return await OrWrite(words["TooManyForNewsroom"], words);
        var day = clock.GetUtcNow().AddDays(-1);
        if (
            form.Email.Length > 0
            && await db.Set<ErrorReport>().CountAsync(row => row.At > day && row.Email == form.Email) >= OfAddressADay
        )
            return new Problem("email", words["TooManyForAddress"]);
        return limits.Take(http.Connection.RemoteIpAddress)
            ? null
            : await OrWrite(
                words.With("TooManyFromSender", ReportLimits.AnHour.ToString(CultureInfo.InvariantCulture)),
                words
            );
    }

    private async Task<Problem> OrWrite(string sentence, Platform.Pages.Words words) =>
        new((await db.Newsroom()).Contact is { } contact ? $"{sentence} {words.With("OrWrite", contact)}" : sentence);

    private static string? Nothing(string text) => text.Length == 0 ? null : text;
}
