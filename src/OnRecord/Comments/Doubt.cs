namespace OnRecord.Comments;

/// <summary>Why a comment waits or was refused: the key of a sentence, and what stands in it.</summary>
internal sealed record Doubt(string Key, params string[] Values)
{
    /// <summary>Before the keys of what is said of the text alone; the rest is a key of JudgingWords.</summary>
    public const string OfText = "Text.";

    private const char Between = '\u001f';

    /// <summary>As the database holds them: one a line.</summary>
    public static string Write(IEnumerable<Doubt> doubts) =>
        string.Join(
            '\n',
            doubts.Select(doubt => string.Join(Between, doubt.Values.Select(Plain).Prepend(doubt.Key))).Distinct()
        );

    public static IReadOnlyList<Doubt> Read(string written) =>
        [
            .. written
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(Between))
                .Select(parts => new Doubt(parts[0], parts[1..])),
        ];

    private static string Plain(string value) => value.Replace('\n', ' ').Replace(Between, ' ');
}
