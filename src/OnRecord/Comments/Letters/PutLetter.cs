using System.Resources;
using MimeKit;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Comments.Letters;

/// <summary>Writes the letters that commenters get. None holds a word that somebody else could have typed into a form, a name among them.</summary>
internal sealed class PutLetter(MailQueue mail, CommentKeys keys, PublicAddress address, TimeProvider clock)
{
    public const string OffPath = "/comments/letters/off";
    public const string OwnPath = "/comments/yours";
    public const string MinePath = "/comments/mine";

    /// <summary>How long the link to somebody's data holds.</summary>
    public static readonly TimeSpan DataFor = TimeSpan.FromDays(1);

    private static readonly ResourceManager Strings = new(
        "OnRecord.Comments.Letters.LetterWords",
        typeof(PutLetter).Assembly
    );

    /// <summary>That a comment came in, and where it stands.</summary>
    public void Receipt(OnRecordDb db, Commenter to, ReaderComment comment, Place about)
    {
        var words = new Words(Strings, comment.Language);
        Put(
            db,
            to,
            LetterKind.Receipt,
            words,
            words[$"Subject.Receipt.{comment.State}"],
            [
                words.With($"Receipt.{comment.State}", about.Headline ?? words["AStory"]),
                OwnLink(comment),
                words[comment.State == CommentState.Unconfirmed ? "NotYou" : "YoursAlone"],
            ],
            about
        );
    }

    /// <summary>What the newsroom decided, and why.</summary>
    public void Decision(OnRecordDb db, Commenter to, ReaderComment comment, Place about)
    {
        var words = new Words(Strings, comment.Language);
        var said = CommentStrings.In(comment.Language);
        List<string> parts = [words.With($"Decision.{comment.State}", about.Headline ?? words["AStory"])];
        if (comment.State == CommentState.Rejected)
        {
            parts.AddRange(Doubt.Read(comment.Why).Select(doubt => $"- {CommentStrings.Why(said, doubt)}"));
            parts.Add(words["RefusedLink"]);
        }
        parts.Add(OwnLink(comment));
        parts.Add(words["YoursAlone"]);
        Put(db, to, LetterKind.Decision, words, words[$"Subject.Decision.{comment.State}"], parts, about);
    }

    /// <summary>That somebody replied to what they wrote.</summary>
    public void Reply(OnRecordDb db, Commenter to, ReaderComment own, ReaderComment reply, Place about)
    {
        var words = new Words(Strings, own.Language);
        Put(
            db,
            to,
            LetterKind.Reply,
            words,
            words["Subject.Reply"],
            [words.With("Reply", about.Headline ?? words["AStory"]), address.Of($"/comments/{reply.Id}")],
            about
        );
    }

    /// <summary>The way to all that is held of them.</summary>
    public void Data(OnRecordDb db, Commenter to, string language, Place about)
    {
        var words = new Words(Strings, language);
        var token = keys.Token(LinkPurpose.MyData, to.Id, clock.GetUtcNow() + DataFor);
        Put(
            db,
            to,
            LetterKind.Data,
            words,
            words["Subject.Data"],
            [words["Data"], address.Of($"{MinePath}/{token}"), words["NotYouData"]],
            about
        );
    }

    /// <summary>What the newsroom decided of them.</summary>
    /// <param name="parts">What it says, in the language.</param>
    public void Sanction(
        OnRecordDb db,
        Commenter to,
        string language,
        string subject,
        IReadOnlyList<string> parts,
        string newsroom
    ) => Put(db, to, LetterKind.Sanction, new Words(Strings, language), subject, parts, new Place(newsroom, null));

    private string OwnLink(ReaderComment comment) =>
        address.Of($"{OwnPath}/{keys.Token(LinkPurpose.OwnComment, comment.Id)}");

    private void Put(
        OnRecordDb db,
        Commenter to,
        LetterKind kind,
        Words words,
        string subject,
        IReadOnlyList<string> parts,
        Place about
    )
    {
        var off = address.Of($"{OffPath}/{keys.Token(LinkPurpose.NoLetters, to.Id)}");
        var text = string.Join("\n\n", [.. parts, $"-- \n{about.Newsroom}\n{words["Off"]}\n{off}"]);
        var put = mail.Put(
            db,
            new MailboxAddress("", keys.Open(to.Email, to.Id)),
            subject,
            $"{text}\n",
            html: null,
            // RFC 8058: one click, and no question. RFC 3834: no machine is to answer.
            ("List-Unsubscribe", $"<{off}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("Auto-Submitted", "auto-generated")
        );
        db.CommentLetters.Add(
            new CommentLetter
            {
                MailId = put.Id,
                CommenterId = to.Id,
                Kind = kind,
                At = put.CreatedAt,
            }
        );
    }

    /// <summary>Whose newsroom writes, and about which story; without a headline where readers do not have it.</summary>
    internal sealed record Place(string Newsroom, string? Headline);
}
