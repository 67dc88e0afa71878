namespace OnRecord.Comments.Judging;

/// <summary>The numbers of what a comment has, each once, with the token it comes from. Used again for each comment.</summary>
internal sealed class FeatureList
{
    /// <summary>Words, word pairs and pieces of words share this many places.</summary>
    public const int Places = 1 << 18;

    /// <summary>Given as a token by what no single token shows.</summary>
    public const ushort NoToken = ushort.MaxValue;

    [ThreadStatic]
    private static FeatureList? mine;

    private readonly ulong[] seen = new ulong[Places / 64];
    private readonly ulong[] seenDense = new ulong[(Signs.Width / 64) + 1];
    private int[] place = new int[4096];
    private ushort[] token = new ushort[4096];

    private readonly int[] dense = new int[Signs.Width];
    private readonly ushort[] denseToken = new ushort[Signs.Width];

    private FeatureList() { }

    public int Count { get; private set; }

    /// <summary>How many of the first are whole words, word pairs and hosts; pieces of words come after them.</summary>
    public int Whole { get; private set; }
    public int DenseCount { get; private set; }

    public ReadOnlySpan<int> Text => place.AsSpan(0, Count);
    public ReadOnlySpan<ushort> TextToken => token.AsSpan(0, Count);
    public ReadOnlySpan<int> Dense => dense.AsSpan(0, DenseCount);
    public ReadOnlySpan<ushort> DenseToken => denseToken.AsSpan(0, DenseCount);

    /// <summary>The features of a comment; they hold until the thread asks for the next one's.</summary>
    public static FeatureList Of(CommentText text)
    {
        var list = mine ??= new FeatureList();
        list.Clear();
        TextFeatures.Whole(text, list);
        list.Whole = list.Count;
        TextFeatures.Pieces(text, list);
        Signs.Of(text, list);
        return list;
    }

    public void Add(uint hash, int from)
    {
        var at = (int)(Mix(hash) & (Places - 1));
        ref var bits = ref seen[at >> 6];
        if ((bits & (1UL << at)) != 0)
            return;
        bits |= 1UL << at;
        if (Count == place.Length)
        {
            Array.Resize(ref place, Count * 2);
            Array.Resize(ref token, Count * 2);
        }
        place[Count] = at;
        token[Count++] = (ushort)Math.Min(from, NoToken - 1);
    }

    public void Add(Sign sign, bool shown)
    {
        if (shown)
            AddDense((int)sign, NoToken);
    }

    public void AddDense(int number, int from)
    {
        ref var bits = ref seenDense[number >> 6];
        if ((bits & (1UL << number)) != 0)
            return;
        bits |= 1UL << number;
        dense[DenseCount] = number;
        denseToken[DenseCount++] = (ushort)Math.Min(from, NoToken);
    }

    private void Clear()
    {
        foreach (var at in Text)
            seen[at >> 6] = 0;
        Array.Clear(seenDense);
        Count = Whole = DenseCount = 0;
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7feb352d;
        hash ^= hash >> 15;
        hash *= 0x846ca68b;
        return hash ^ (hash >> 16);
    }
}
