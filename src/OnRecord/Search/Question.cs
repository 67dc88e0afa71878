using System.Text;

namespace OnRecord.Search;

/// <summary>What a reader typed, as words. Nothing in it is a command.</summary>
internal sealed record Question
{
    private const int LongestRead = 2_000;
    private const int LongestShown = 200;
    private const int MostWords = 10;

    /// <summary>As it is shown again: on one line, and not endless.</summary>
    public required string Typed { get; init; }

    public required IReadOnlyList<SoughtWord> Words { get; init; }

    /// <summary>Whether there was more than is looked for.</summary>
    public required bool IsCut { get; init; }

    public static Question Read(string? typed)
    {
        var line = OneLine(typed ?? "");
        var words = new List<SoughtWord>();
        TextWords.Each(
            line,
            (start, end, folded, isRun) =>
            {
                var (word, written) = (folded.ToString(), line[start..end]);
                if (isRun)
                    words.AddRange(
                        TextWords.Grams(word, singles: false).Select(gram => new SoughtWord(gram, written, true, false))
                    );
                else
                    words.Add(new SoughtWord(word, written, false, false));
            }
        );
        if (words is [.., { IsRun: false } last])
            words[^1] = last with { MayGoOn = last.Folded.Length >= WordForms.ShortestBeginning };
        var distinct = words.GroupBy(word => word.Folded, StringComparer.Ordinal).Select(same => same.Last()).ToList();
        return new Question
        {
            Typed = line.Length > LongestShown ? $"{Whole(line, LongestShown)}…" : line,
            Words = [.. distinct.Take(MostWords)],
            IsCut = distinct.Count > MostWords || typed?.Length > LongestRead,
        };
    }

    private static string OneLine(string typed)
    {
        var line = new StringBuilder();
        foreach (var rune in Whole(typed, LongestRead).EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        return line.ToString().TrimEnd();
    }

    private static string Whole(string text, int most) =>
        text.Length <= most ? text
        : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)]
        : text[..most];
}

/// <param name="Written">As the reader wrote it.</param>
/// <param name="IsRun">Two letters of a script without spaces.</param>
/// <param name="MayGoOn">Whether it may be the beginning of a word.</param>
internal sealed record SoughtWord(string Folded, string Written, bool IsRun, bool MayGoOn);
