using System.Globalization;
using OnRecord.Platform;

namespace OnRecord.Comments.Moderation;

/// <summary>What is to become of a comment, and why.</summary>
internal sealed record Verdict(DecisionAct Act, Ground? Ground = null, string Words = "")
{
    public static Outcome<Verdict> Of(DecisionAct act, Ground? ground, string words)
    {
        words = words.Trim();
        if (words.Length > CommentDecision.LongestWords)
            return Problem.With(
                "words",
                "The reason is longer than {0} characters. Make it shorter.",
                CommentDecision.LongestWords
            );
        if (act != DecisionAct.Rejected)
            return new Verdict(act, null, act == DecisionAct.Held ? words : "");
        if (ground is not { } rule || !Enum.IsDefined(rule))
            return new Problem("ground", "Choose the rule that the comment breaks. Its writer is told.");
        if (rule is Moderation.Ground.Other or Moderation.Ground.Illegal && words.Length == 0)
            return new Problem(
                "words",
                "Say why in a sentence: which law it breaks, or what else is wrong. Its writer is told."
            );
        return new Verdict(act, rule, words);
    }

    public CommentState State =>
        Act switch
        {
            DecisionAct.Rejected or DecisionAct.Confirmed => CommentState.Rejected,
            DecisionAct.Held => CommentState.Held,
            _ => CommentState.Published,
        };

    /// <summary>What its writer is told, as the comment keeps it.</summary>
    public string Why =>
        Doubt.Write(
            new[]
            {
                Act == DecisionAct.Held ? new Doubt("HeldAgain") : null,
                Ground is { } rule and not Moderation.Ground.Other ? new Doubt($"Rule.{rule}") : null,
                Words.Length > 0 ? new Doubt("Said", Words) : null,
            }.OfType<Doubt>()
        );
}

/// <summary>A comment as somebody saw it who decides: one that was decided, edited or taken back meanwhile is another.</summary>
internal sealed record SeenComment(Guid Id, string Mark)
{
    public static SeenComment Of(ReaderComment comment) =>
        new(
            comment.Id,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)comment.State}.{comment.DecidedAt?.UtcTicks ?? 0}.{comment.EditedAt?.UtcTicks ?? 0}"
            )
        );

    public override string ToString() => $"{Id:N}~{Mark}";

    public static SeenComment? Read(string? written) =>
        written?.Split('~') is [var id, var mark] && Guid.TryParseExact(id, "N", out var known)
            ? new SeenComment(known, mark)
            : null;
}
