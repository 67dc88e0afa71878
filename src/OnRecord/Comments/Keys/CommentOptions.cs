using OnRecord.Comments.Outside;

namespace OnRecord.Comments.Keys;

/// <summary>What an operator sets of comments, section <c>Comments</c>.</summary>
public sealed class CommentOptions
{
    /// <summary>A file outside the data folder and its backups, the same for every node. Beside the data folder unless told: of <c>/var/lib/onrecord</c> it is <c>/var/lib/onrecord-keys/comments.key</c>.</summary>
    public string? KeyFile { get; set; }

    public OutsideJudgeOptions OutsideJudge { get; } = new();
}
