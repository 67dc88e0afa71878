using Microsoft.Extensions.Options;
using OnRecord.Comments.Judging;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Posting;
using OnRecord.Platform.Web;

namespace OnRecord.Comments.Outside;

/// <summary>Asks the program that the operator named, if any, what it makes of a comment. It can hold and refuse; that it would publish takes no doubt away.</summary>
internal sealed class AskOutsideJudge(
    IOptions<CommentOptions> options,
    JudgeLine line,
    PublicAddress address,
    TimeProvider clock,
    ILogger<AskOutsideJudge> log
)
{
    /// <summary>More do not wait for it: they are held at once.</summary>
    public const int MostAtOnce = 32;

    private readonly JudgeTerms? terms = options.Value.OutsideJudge.Terms?.Value;
    private readonly JudgeRest rest = new(clock);
    private int asking;

    /// <summary>Whether there is one.</summary>
    public bool IsNamed => terms is not null;

    /// <returns>What was made of the words, with what the judge says of them. What is refused already is not asked.</returns>
    public async Task<TextJudgment> Of(JudgeQuestion question, TextJudgment judgment)
    {
        if (terms is null || judgment.IsRefused || !question.IsWorthAsking)
            return judgment;
        var answer = await Ask(terms, question);
        return answer.Why is not { } why
            ? judgment
            : judgment with
            {
                IsRefused = answer.Verdict == Verdict.Reject,
                Doubts = [.. judgment.Doubts, why],
            };
    }

    private async Task<JudgeAnswer> Ask(JudgeTerms at, JudgeQuestion question)
    {
        try
        {
            if (Interlocked.Increment(ref asking) > MostAtOnce)
                return JudgeAnswer.Busy;
            if (!rest.MayAsk())
                return JudgeAnswer.Resting;
            var answer = await line.Ask(at, Id(question), question.Write(address));
            Remember(answer);
            return answer;
        }
        finally
        {
            Interlocked.Decrement(ref asking);
        }
    }

    // Other words are another question.
    private Guid Id(JudgeQuestion question) =>
        question.IsEdited ? Guid.CreateVersion7(clock.GetUtcNow()) : question.Comment;

    private void Remember(JudgeAnswer answer)
    {
        if (!answer.IsFailure)
            rest.Answered();
        else if (rest.Failed())
            log.LogError(
                "The outside judge failed {Times} times in a row. For {Seconds} seconds each comment is held without asking it.",
                JudgeRest.Failures,
                JudgeRest.For.TotalSeconds
            );
    }
}
