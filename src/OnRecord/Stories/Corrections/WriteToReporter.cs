using System.Resources;
using MimeKit;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Stories.Corrections;

/// <summary>The two messages a reader gets who left an address. Neither holds a word that somebody else could have put into the form.</summary>
internal sealed class WriteToReporter(MailQueue mail, PublicAddress address)
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Stories.Corrections.ReporterMailWords",
        typeof(WriteToReporter).Assembly
    );

    /// <returns>The message's id; null where the reader left no address.</returns>
    public Guid? Receipt(OnRecordDb db, ErrorReport report) => Put(db, report, "Receipt");

    public Guid? Answer(OnRecordDb db, ErrorReport report) => Put(db, report, $"Answer.{report.Outcome}");

    public static string PathOf(ErrorReport report) => $"/report/{report.Secret}";

    private Guid? Put(OnRecordDb db, ErrorReport report, string key)
    {
        if (report.Email is not { } to)
            return null;
        var words = new Words(Strings, report.Language);
        var answer = report.Answer.Length == 0 ? "" : $"\n\n{report.Answer}";
        return mail.Put(
            db,
            new MailboxAddress("", to),
            words[report.IsOpen ? "ReceiptSubject" : "AnswerSubject"],
            $"{words[key]}{answer}\n\n{address.Of(PathOf(report))}\n\n{words.Count("Erased", ErrorReport.DaysAfterAnswer)}\n"
        ).Id;
    }
}
