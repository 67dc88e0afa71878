using System.Resources;
using OnRecord.Comments.Judging;
using OnRecord.Platform.Pages;

namespace OnRecord.Comments;

/// <summary>What is said of comments: on forms, in letters, and why one waits.</summary>
internal static class CommentStrings
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Comments.CommentWords",
        typeof(CommentStrings).Assembly
    );

    public static Words In(string? language) => new(Strings, language ?? "en");

    /// <summary>Why a comment waits or was refused, as a sentence.</summary>
    public static string Why(Words words, Doubt doubt) =>
        doubt.Key.StartsWith(Doubt.OfText, StringComparison.Ordinal)
            ? JudgingWords.Of(new Reason(doubt.Key[Doubt.OfText.Length..], doubt.Values), words.Language)
            : words.With($"Why.{doubt.Key}", [.. doubt.Values]);
}
