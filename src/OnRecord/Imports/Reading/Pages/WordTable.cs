using System.Collections.Frozen;

namespace OnRecord.Imports.Reading.Pages;

internal static class WordTable
{
    /// Reads lines of "meaning = words, parted by a mark"; a line without "=" goes on with the one before. First meaning wins.
    public static FrozenDictionary<string, string> Read(string table, char mark)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        var meaning = "";
        foreach (var line in table.Split('\n'))
        {
            var sides = line.Split('=', 2);
            if (sides.Length == 2)
                meaning = sides[0].Trim();
            foreach (
                var word in sides[^1]
                    .Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
                meanings.TryAdd(word, meaning);
        }
        return meanings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
