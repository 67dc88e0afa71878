using System.Net.Mail;
using MimeKit;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Reports;

/// <summary>A report as it was typed, and what is wrong with how.</summary>
internal sealed record ReportForm(string Wrong, string Passage, string Known, string Name, string Email, int? Version)
{
    public const int LongestText = 4000;
    public const int LongestName = 120;
    private const int LongestEmail = 254;

    /// <summary>A field that people do not see and machines fill in.</summary>
    public const string Trap = "subject-line";

    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    public static ReportForm Read(IFormCollection sent, Words words)
    {
        var form = new ReportForm(
            Text(sent["wrong"].ToString()),
            Text(sent["passage"].ToString()),
            Text(sent["known"].ToString()),
            Line(sent["name"].ToString()),
            Line(sent["email"].ToString()),
            int.TryParse(sent["version"], out var version) ? version : null
        );
        return form with { Problems = [.. form.Faults(sent[Trap].ToString().Length > 0, words)] };
    }

    /// <summary>A passage as an address brings it along.</summary>
    public static string Brought(string? passage) =>
        Text(passage ?? "") is var text && text.Length > LongestText ? text[..LongestText] : text;

    private IEnumerable<Problem> Faults(bool trapped, Words words)
    {
        if (trapped)
            yield return new Problem(words["LooksLikeMachine"]);
        if (Wrong.Length == 0)
            yield return new Problem("wrong", words["WrongMissing"]);
        foreach (
            var (field, text, longest) in new[]
            {
                ("wrong", Wrong, LongestText),
                ("passage", Passage, LongestText),
                ("known", Known, LongestText),
                ("name", Name, LongestName),
                ("email", Email, LongestEmail),
            }
        )
            if (text.Length > longest)
                yield return new Problem(field, words.With("TooLong", words[$"Field.{field}"], longest));
        if (Email.Length is > 0 and <= LongestEmail && !IsMail(Email))
            yield return new Problem("email", words.With("EmailUnknown", Email));
    }

    private static bool IsMail(string line) =>
        MailAddress.TryCreate(line, out var address)
        && address.Address == line
        && address.Host.Contains('.')
        && !line.Contains('"')
        && MailboxAddress.TryParse(line, out _);

    private static string Line(string text) => Text(text.Replace('\n', ' ').Replace('\r', ' '));

    // No database holds U+0000, and none of the other control characters is ever meant.
    private static string Text(string text) =>
        new string([.. text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Trim();
}
