namespace OnRecord.Documents;

/// <summary>What is suggested in a text and neither accepted nor rejected yet.</summary>
public static class Suggestions
{
    /// <summary>Whether anything is suggested.</summary>
    public static bool Any(StoryDocument document) => Ids(document).Count > 0;

    /// <summary>How many suggestions there are; words put in the place of others are one suggestion with them.</summary>
    public static int Count(StoryDocument document) => Ids(document).Distinct().Count();

    private static List<string?> Ids(StoryDocument document)
    {
        var ids = new List<string?>();
        Rewrite.Inlines(
            document,
            line =>
            {
                ids.AddRange(line.SelectMany(inline => inline.Marks).Where(Suggests).Select(IdOf));
                return line;
            }
        );
        return ids;
    }

    private static bool Suggests(Mark mark) => mark is Insertion or Deletion;

    private static string? IdOf(Mark mark) => (mark as Insertion)?.Id ?? (mark as Deletion)?.Id;
}
