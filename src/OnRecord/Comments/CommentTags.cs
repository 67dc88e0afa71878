namespace OnRecord.Comments;

/// <summary>The tags by which stored pages hang on comments.</summary>
internal static class CommentTags
{
    /// <summary>Pages that say how many comments stories have.</summary>
    public const string Counts = "comment-counts";

    public const string Prefix = "comments:";

    /// <summary>The pages that show a story's comments.</summary>
    public static string Of(Guid story) => $"{Prefix}{story:N}";
}
