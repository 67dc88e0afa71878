namespace OnRecord.TransparencyLog;

/// <summary>A tile of a log, or the entries beneath one of level 0 (C2SP tlog-tiles).</summary>
/// <param name="Level">0 to 63: tiles of level 0 hold the hashes of entries, each hash of a higher one stands for a full tile below it.</param>
/// <param name="Index">Which of its level, counted from 0.</param>
/// <param name="Width">How many hashes it holds: 1 to 256.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>How many hashes a full tile holds.</summary>
    public const int FullWidth = 256;

    /// <summary>How many levels of the tree a tile spans.</summary>
    public const int Height = 8;

    /// <summary>Whether it can never change again.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>Its address below the log's, such as <c>tile/0/x001/234.p/17</c>.</summary>
    public string Path => $"tile/{Decimal.Write(Level)}/{Suffix}";

    /// <summary>The address of the entries it is made of, where it is of level 0.</summary>
    public string EntriesPath => $"tile/entries/{Suffix}";

    private string Suffix => $"{Elements(Index)}{(IsFull ? "" : $".p/{Decimal.Write(Width)}")}";

    /// <summary>Reads an address such as <c>0/x001/234.p/17</c>, what follows <c>tile/</c>.</summary>
    /// <param name="path">With <c>entries</c> in the level's place for a bundle of entries.</param>
    /// <param name="entries">Whether it names a bundle of entries.</param>
    /// <returns>Null where it is written in any other way.</returns>
    public static Tile? Parse(string path, out bool entries)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var level = slash < 0 ? path : path[..slash];
        entries = level == "entries";
        if (slash < 0 || (entries ? 0 : Decimal.Read(level)) is not { } height || height > 63)
            return null;
        var (rest, width) = (path[(slash + 1)..], FullWidth);
        if (rest.IndexOf(".p/", StringComparison.Ordinal) is var partial and >= 0)
        {
            if (Decimal.Read(rest[(partial + 3)..]) is not (> 0 and < FullWidth) and { } or null)
                return null;
            width = (int)Decimal.Read(rest[(partial + 3)..])!.Value;
            rest = rest[..partial];
        }
        return Number(rest) is { } index ? new Tile((int)height, index, width) : null;
    }

    /// <summary>The tiles of a level that a log of some size has, from one index on.</summary>
    /// <param name="level">The level.</param>
    /// <param name="size">How many entries the log has.</param>
    /// <param name="from">The first index wanted.</param>
    public static IEnumerable<Tile> Of(int level, long size, long from = 0)
    {
        var hashes = level * Height > 62 ? 0 : size >> (level * Height);
        for (var index = from; index <= (hashes - 1) / FullWidth && hashes > 0; index++)
            yield return new Tile(level, index, (int)Math.Min(FullWidth, hashes - (index * FullWidth)));
    }

    private static string Elements(long index)
    {
        var written = $"{index % 1000:000}";
        for (var rest = index / 1000; rest > 0; rest /= 1000)
            written = $"x{rest % 1000:000}/{written}";
        return written;
    }

    private static long? Number(string elements)
    {
        var parts = elements.Split('/');
        long number = 0;
        for (var at = 0; at < parts.Length; at++)
        {
            var digits =
                at == parts.Length - 1 ? parts[at]
                : parts[at] is ['x', ..] ? parts[at][1..]
                : "";
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit) || parts.Length > 6)
                return null;
            number = (number * 1000) + int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        }
        return Elements(number) == elements ? number : null;
    }
}
