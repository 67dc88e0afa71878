using System.Net.Mail;
using MimeKit;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Comments.Posting;

/// <summary>A comment as it was typed, and what is wrong with how.</summary>
internal sealed record CommentForm(string Text, string Name, string Email, Guid? ReplyTo, bool WantsReplies)
{
    private const int LongestEmail = 254;

    /// <summary>A field that people do not see and machines fill in.</summary>
    public const string Trap = "website";

    public static CommentForm Empty { get; } = new("", "", "", null, false);

    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    public static CommentForm Read(IFormCollection sent, Words words)
    {
        var form = new CommentForm(
            Clean(sent["text"].ToString()),
            Line(sent["name"].ToString()),
            Line(sent["email"].ToString()),
            Guid.TryParse(sent["reply"], out var reply) ? reply : null,
            sent["replies"].ToString() == "yes"
        );
        return form with { Problems = [.. form.Faults(words)] };
    }

    /// <summary>What is wrong with the words alone, as when they are edited.</summary>
    public static Problem? FaultOf(string text, Words words) =>
        text.Length == 0 ? new Problem("text", words["TextMissing"])
        : text.Length > ReaderComment.LongestText
            ? new Problem("text", words.With("TextTooLong", ReaderComment.LongestText))
        : null;

    // No database holds U+0000, and none of the other control characters is ever meant.
    public static string Clean(string text) =>
        new string([.. text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Trim();

    private IEnumerable<Problem> Faults(Words words)
    {
        if (FaultOf(Text, words) is { } fault)
            yield return fault;
        if (Name.Length == 0)
            yield return new Problem("name", words["NameMissing"]);
        else if (Name.Length > ReaderComment.LongestName)
            yield return new Problem("name", words.With("NameTooLong", ReaderComment.LongestName));
        if (Email.Length == 0)
            yield return new Problem("email", words["EmailMissing"]);
        else if (!IsMail(Email))
            yield return new Problem("email", words.With("EmailUnknown", Short(Email)));
    }

    public static bool IsMail(string line) =>
        line.Length <= LongestEmail
        && MailAddress.TryCreate(line, out var address)
        && address.Address == line
        && address.Host.Contains('.')
        && !line.Contains('"')
        && MailboxAddress.TryParse(line, out _);

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}…" : text;

    private static string Line(string text) => Clean(text.Replace('\n', ' ').Replace('\r', ' '));
}
