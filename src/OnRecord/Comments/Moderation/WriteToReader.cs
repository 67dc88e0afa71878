using System.Resources;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Letters;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Comments.Moderation;

/// <summary>Writes to whoever reported a comment and left an address, and to commenters on whom the newsroom acts. What a comment's writer is told of a decision, a job writes.</summary>
internal sealed class WriteToReader(
    MailQueue mail,
    PutLetter letters,
    PublicAddress address,
    CommentKeys keys,
    ILogger<WriteToReader> log
)
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Comments.Moderation.ModerationMailWords",
        typeof(WriteToReader).Assembly
    );

    public static string PathOf(CommentReport report) => $"/comments/reports/{report.Secret}";

    /// <summary>That a report has arrived.</summary>
    /// <returns>The message's id; null where none was written.</returns>
    public async Task<Guid?> Receipt(OnRecordDb db, CommentReport report)
    {
        var words = new Words(Strings, report.Language);
        return await Put(db, report, words["ReceiptSubject"], words["Receipt"]);
    }

    /// <summary>What became of it.</summary>
    public async Task<Guid?> Answer(OnRecordDb db, CommentReport report)
    {
        var words = new Words(Strings, report.Language);
        return await Put(
            db,
            report,
            words["AnswerSubject"],
            $"{words[$"Answer.{report.Outcome}"]}\n\n{words["AnswerRedress"]}"
        );
    }

    /// <summary>What the newsroom decided of a person. Nobody gets mail who never said that the address is theirs.</summary>
    public async Task Sanction(OnRecordDb db, Commenter person, SanctionAct act, string why)
    {
        if (
            person is not { ConfirmedAt: not null, WantsNoLetters: false, Email.Length: > 0 }
            || await Opened(db, person.Email, person.Id) is null
        )
            return;
        var newsroom = await db.Newsroom();
        var words = new Words(
            Strings,
            await db.Set<ReaderComment>()
                .Where(row => row.CommenterId == person.Id)
                .OrderByDescending(row => row.Id)
                .Select(row => row.Language)
                .FirstOrDefaultAsync()
                ?? newsroom.Language
        );
        List<string> parts =
        [
            act == SanctionAct.Suspended && person.SuspendedUntil is { } until
                ? words.With("Sanction.Suspended", words.Date(newsroom.Local(until)))
                : words[$"Sanction.{act}"],
        ];
        if (why.Length > 0)
            parts.Add(words.With("SanctionWhy", why));
        if (act != SanctionAct.Lifted)
            parts.Add(Redress(words, newsroom));
        letters.Sanction(
            db,
            person,
            words.Language,
            words.With("SanctionSubject", newsroom.Name),
            parts,
            newsroom.Name
        );
    }

    private static string Redress(Words words, Newsroom newsroom) =>
        newsroom.Contact is { } contact ? words.With("SanctionRedressTo", contact) : words["SanctionRedress"];

    private async Task<Guid?> Put(OnRecordDb db, CommentReport report, string subject, string text) =>
        report.Email is { } seal && await Opened(db, seal, report.Id) is { } to
            ? mail.Put(
                db,
                new MailboxAddress("", to),
                subject,
                $"{text}\n\n{address.Of(PathOf(report))}\n\n{new Words(Strings, report.Language).Count("Erased", CommentReport.DaysAfterAnswer)}\n"
            ).Id
            : null;

    private async Task<string?> Opened(OnRecordDb db, byte[] seal, Guid owner)
    {
        try
        {
            return (await keys.Ready(db)).Refused ? null : keys.Open(seal, owner);
        }
        // A decision must not fail because a letter about it cannot be written.
        catch (CryptographicException failure)
        {
            log.LogError(failure, "The address of {Owner} cannot be opened with the key of this newsroom.", owner);
            return null;
        }
    }
}
