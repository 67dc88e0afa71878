using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Audit;

/// <summary>The audit log as a file, with the page's own filters, oldest first. It is written row by row, so that a long one needs no memory.</summary>
internal static class ExportAudit
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",\r\n");

    public static Task<IResult> Csv(HttpContext http, SignedIn me, OnRecordDb db, TimeProvider clock) =>
        Export(
            http,
            me,
            db,
            clock,
            "csv",
            "text/csv; charset=utf-8",
            "at,staffId,name,act,subject,label,detail,address\r\n",
            row =>
                string.Join(
                    ',',
                    new[]
                    {
                        At(row),
                        row.StaffId?.ToString() ?? "",
                        row.Name,
                        row.Act,
                        row.Subject,
                        row.Label,
                        row.Detail ?? "",
                        row.Address ?? "",
                    }.Select(Cell)
                ) + "\r\n"
        );

    public static Task<IResult> JsonLines(HttpContext http, SignedIn me, OnRecordDb db, TimeProvider clock) =>
        Export(
            http,
            me,
            db,
            clock,
            "jsonl",
            "application/jsonl; charset=utf-8",
            "",
            row =>
                JsonSerializer.Serialize(
                    new
                    {
                        row.Id,
                        At = At(row),
                        row.StaffId,
                        row.Name,
                        row.Act,
                        row.Subject,
                        row.Label,
                        row.Detail,
                        row.Address,
                    },
                    Json
                ) + "\n"
        );

    private static async Task<IResult> Export(
        HttpContext http,
        SignedIn me,
        OnRecordDb db,
        TimeProvider clock,
        string ending,
        string type,
        string head,
        Func<AuditEntry, string> line
    )
    {
        var query = AuditQuery.Read(http.Request.Query);
        var newsroom = await db.Newsroom();
        var now = clock.GetUtcNow();
        await db.Transact(() =>
        {
            db.Audit(me, now, "audit.exported", "audit:", ending, query.Address, StaffSessions.AddressOf(http));
            return Task.CompletedTask;
        });
        return Results.Stream(
            async body =>
            {
                await using var output = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true);
                await output.WriteAsync(head);
                var rows = query.In(db, newsroom).OrderBy(row => row.At).ThenBy(row => row.Id).AsAsyncEnumerable();
                await foreach (var row in rows.WithCancellation(http.RequestAborted))
                    await output.WriteAsync(line(row));
            },
            type,
            $"audit-log-{newsroom.Local(now):yyyy-MM-dd}.{ending}"
        );
    }

    private static string At(AuditEntry row) =>
        row
            .At.ToUniversalTime()
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    // RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    private static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..])
            text = $"'{text}";
        return text.AsSpan().ContainsAny(NeedsQuotes)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
