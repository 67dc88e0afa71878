using Microsoft.Extensions.Options;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Files;

namespace OnRecord.Comments.Outside;

/// <summary>Reads once, at start, whom to ask, and refuses what cannot be right.</summary>
internal sealed class ReadOutsideJudge(DataFolder data)
    : IPostConfigureOptions<CommentOptions>,
        IValidateOptions<CommentOptions>
{
    public void PostConfigure(string? name, CommentOptions options) =>
        options.OutsideJudge.Terms = JudgeTerms.Read(options.OutsideJudge, data);

    public ValidateOptionsResult Validate(string? name, CommentOptions options) =>
        options.OutsideJudge.Terms is { Refused: true } refused
            ? ValidateOptionsResult.Fail(refused.Problems[0].Message)
            : ValidateOptionsResult.Success;
}
