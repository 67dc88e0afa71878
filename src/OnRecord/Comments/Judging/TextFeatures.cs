namespace OnRecord.Comments.Judging;

/// <summary>Words, pairs of words, hosts, and pieces of three to five letters: what a comment says, as hashes.</summary>
internal static class TextFeatures
{
    private const uint Prime = 16777619;
    private const uint WordSeed = 2166136261;
    private const uint PieceSeed = 0x9e3779b9;
    private const uint PairSeed = 0x85ebca6b;
    private const uint GapSeed = 0xc2b2ae35;
    private const uint HostSeed = 0x27d4eb2f;
    private const uint EdgeSeed = 0x165667b1;
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const int LongestWord = 24;

    /// <summary>Words and hosts, pairs side by side and with one word between, the first and the last word.</summary>
    public static void Whole(CommentText text, FeatureList into)
    {
        var (last, beforeLast) = (EdgeSeed, 0u);
        for (var at = 0; at < text.Count; at++)
        {
            var word = Hash(text, at);
            into.Add(word, at);
            into.Add(Pair(PairSeed, last, word), at);
            if (beforeLast != 0)
                into.Add(Pair(GapSeed, beforeLast, word), at);
            (beforeLast, last) = (last, word);
        }
        if (text.Count > 0)
            into.Add(Pair(EdgeSeed, last, EdgeSeed), text.Count - 1);
    }

    public static void Pieces(CommentText text, FeatureList into)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (text[at].IsNumber || text[at].Length == 0)
                continue;
            var word = text.Word(at);
            var seed = text[at].Link >= 0 ? HostSeed : PieceSeed;
            Pieces(word.Length > LongestWord ? word[..LongestWord] : word, seed, at, into);
        }
    }

    private static uint Hash(CommentText text, int at)
    {
        var hash = text[at].Link >= 0 ? HostSeed : WordSeed;
        foreach (var letter in text.Word(at))
            hash = (hash ^ letter) * Prime;
        return hash;
    }

    private static uint Pair(uint seed, uint first, uint second) => ((seed ^ first) * Prime) + second;

    // A word has an edge before and after it, so that “sub” at its beginning is not “sub” inside it.
    private static void Pieces(ReadOnlySpan<char> word, uint seed, int token, FeatureList into)
    {
        for (var start = -1; start + ShortestPiece <= word.Length + 1; start++)
        {
            var hash = seed;
            var end = Math.Min(start + LongestPiece, word.Length + 1);
            for (var at = start; at < end; at++)
            {
                hash = (hash ^ (at < 0 || at == word.Length ? '_' : word[at])) * Prime;
                if (at - start + 1 >= ShortestPiece)
                    into.Add(hash, token);
            }
        }
    }
}
