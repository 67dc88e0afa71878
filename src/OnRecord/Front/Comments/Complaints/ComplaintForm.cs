using OnRecord.Comments.Moderation;
using OnRecord.Comments.Posting;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>A report of a comment as it was typed, and what is wrong with how. Of illegal content it is a notice, and must hold what Article 16(2) of Regulation (EU) 2022/2065 lists.</summary>
internal sealed record ComplaintForm(ReportReason? Reason, bool IsNotice)
{
    /// <summary>What a notice is told from an ordinary report by.</summary>
    public const string Notice = "illegal";

    public string Text { get; init; } = "";
    public string Law { get; init; } = "";
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public bool IsOfChildAbuse { get; init; }
    public bool IsInGoodFaith { get; init; }
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    public static ComplaintForm Read(IFormCollection sent, Words words)
    {
        var notice = sent["kind"] == Notice;
        var form = new ComplaintForm(
            notice ? ReportReason.Illegal
                : Enum.TryParse<ReportReason>(sent["reason"], out var reason) && Enum.IsDefined(reason) ? reason
                : null,
            notice
        )
        {
            Text = CommentForm.Clean(sent["text"].ToString()),
            Law = Line(sent["law"].ToString()),
            Name = Line(sent["name"].ToString()),
            Email = Line(sent["email"].ToString()),
            IsOfChildAbuse = sent["abuse"] == "yes",
            IsInGoodFaith = sent["faith"] == "yes",
        };
        return form with { Problems = [.. form.Faults(sent[CommentForm.Trap].ToString().Length > 0, words)] };
    }

    /// <summary>Refused for what the form itself does not show.</summary>
    public ComplaintForm With(Problem problem) => this with { Problems = [problem] };

    private IEnumerable<Problem> Faults(bool trapped, Words words)
    {
        if (trapped)
            yield return new Problem(words["LooksLikeMachine"]);
        // What is against the law is told in the other form.
        if (Reason is null || (Reason == ReportReason.Illegal) != IsNotice)
            yield return new Problem("reason", words["ReasonMissing"]);
        if (Text.Length > CommentReport.LongestWords)
            yield return new Problem("text", words.With("TooLong", CommentReport.LongestWords));
        if (Email.Length > 0 && !CommentForm.IsMail(Email))
            yield return new Problem("email", words["EmailUnknown"]);
        if (!IsNotice)
            yield break;
        if (Text.Length == 0)
            yield return new Problem("text", words["ExplanationMissing"]);
        foreach (var (field, line) in new[] { ("law", Law), ("name", Name) })
            if (line.Length > CommentReport.LongestLine)
                yield return new Problem(field, words.With("TooLong", CommentReport.LongestLine));
        if (Name.Length == 0 && !IsOfChildAbuse)
            yield return new Problem("name", words["NameMissing"]);
        if (Email.Length == 0 && !IsOfChildAbuse)
            yield return new Problem("email", words["EmailMissing"]);
        if (!IsInGoodFaith)
            yield return new Problem("faith", words["FaithMissing"]);
    }

    private static string Line(string text) => CommentForm.Clean(text.Replace('\n', ' ').Replace('\r', ' '));
}
