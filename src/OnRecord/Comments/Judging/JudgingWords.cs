using System.Collections.Concurrent;
using System.Resources;
using OnRecord.Platform.Pages;

namespace OnRecord.Comments.Judging;

/// <summary>Reasons as sentences in the moderator's language.</summary>
internal static class JudgingWords
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Comments.Judging.JudgingWords",
        typeof(JudgingWords).Assembly
    );

    private static readonly ConcurrentDictionary<string, Words> Languages = new(StringComparer.Ordinal);

    public static string Of(Reason reason, string language)
    {
        var words = In(language);
        return reason is { Key: "ManyLinks", Values: [var count] } && int.TryParse(count, out var links)
            ? words.Count(reason.Key, links)
            : words.With(reason.Key, [.. reason.Values]);
    }

    /// <summary>All of a judgment's reasons, one sentence after the other.</summary>
    public static string Of(Judgment judgment, string language) =>
        judgment.Reasons.Count == 0
            ? In(language)["Nothing"]
            : string.Join(' ', judgment.Reasons.Select(reason => Of(reason, language)));

    private static Words In(string language) =>
        Languages.GetOrAdd(Words.Supported(language), supported => new Words(Strings, supported));
}
