using System.Globalization;
using System.Net;
using System.Text.Json;
using OnRecord.Comments.Judging;
using OnRecord.Comments.Posting;

namespace OnRecord.Comments.Outside;

/// <summary>What the outside judge says of a comment, or what it means that it said nothing: then the comment is held.</summary>
/// <param name="Why">Null where it may be shown.</param>
/// <param name="IsFailure">Whether the judge did not do its work.</param>
internal sealed record JudgeAnswer(Verdict Verdict, Doubt? Why, bool IsFailure = false)
{
    private const int LongestReason = 300;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static JudgeAnswer Late { get; } = Failure("Judge.Late");

    public static JudgeAnswer Unreached { get; } = Failure("Judge.Unreached");

    public static JudgeAnswer Unclear { get; } = Failure("Judge.Unclear");

    /// <summary>It was not asked, since it failed the last times.</summary>
    public static JudgeAnswer Resting { get; } = new(Verdict.Hold, new Doubt("Judge.Resting"));

    /// <summary>It was not asked, since too many wait for it.</summary>
    public static JudgeAnswer Busy { get; } = new(Verdict.Hold, new Doubt("Judge.Busy"));

    public static JudgeAnswer Refused(HttpStatusCode status) =>
        Failure("Judge.Status", ((int)status).ToString(CultureInfo.InvariantCulture));

    /// <summary><c>{"verdict":"hold","reason":"It names a private person."}</c>; whoever does not say publish says why.</summary>
    public static JudgeAnswer Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return Unclear;
            var reason = Line(Text(json.RootElement, "reason"));
            return Text(json.RootElement, "verdict") switch
            {
                "publish" => new JudgeAnswer(Verdict.Publish, null),
                "hold" when reason.Length > 0 => new JudgeAnswer(Verdict.Hold, new Doubt("Judge.Said", reason)),
                "reject" when reason.Length > 0 => new JudgeAnswer(Verdict.Reject, new Doubt("Judge.Said", reason)),
                _ => Unclear,
            };
        }
        // The second: half of a surrogate pair.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Unclear;
        }
    }

    private static JudgeAnswer Failure(string key, params string[] values) =>
        new(Verdict.Hold, new Doubt(key, values), IsFailure: true);

    private static string Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Line(string text)
    {
        var line = CommentForm.Clean(text.ReplaceLineEndings(" "));
        if (line.Length <= LongestReason)
            return line;
        var end = LongestReason - 1;
        return $"{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)]}…";
    }
}
