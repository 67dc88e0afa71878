using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories.Corrections;

namespace OnRecord.Desk.Reports;

/// <summary>Answers a report from its page.</summary>
internal sealed class GiveAnswer(OnRecordDb db, AnswerReport answer, ReadReport read)
{
    public async Task<IResult> Submit(Guid id, HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        var written = form["answer"].ToString().ReplaceLineEndings("\n");
        var text = new string([.. written.Where(c => c is '\n' or '\t' || !char.IsControl(c))]);
        var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : default(int?);
        var outcome = Enum.TryParse<ReportOutcome>(form["outcome"], out var chosen) ? chosen : default;
        IReadOnlyList<Problem>? problems = null;
        try
        {
            await db.Transact(async () =>
            {
                if (await db.ErrorReports.FindAsync(id) is { } report)
                    problems = (await answer.Into(db, report, outcome, text, version, who)).Problems;
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            problems = [new Problem("This report is answered already. Load the page again to read the answer.")];
        }
        return problems switch
        {
            null => Results.NotFound(),
            { Count: 0 } => SeeOther.At($"{ReportsRoutes.Root}/{id}?done=ReportAnswered"),
            _ => await read.Page(id, http, who, problems, form["outcome"].ToString(), text, version),
        };
    }
}
