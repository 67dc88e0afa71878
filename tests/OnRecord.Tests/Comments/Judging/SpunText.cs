using System.Text;

namespace OnRecord.Tests.Comments.Judging;

/// <summary>Makes a comment of a pattern such as <c>{I like|I love} your {site|blog}.</c>, with choices that are the same each time.</summary>
internal static class SpunText
{
    private const int Shortest = 40;

    public static IEnumerable<string> Of(string patterns)
    {
        var dice = 88172645463325252UL;
        foreach (var pattern in Patterns(patterns))
        {
            var at = 0;
            var text = Choose(pattern, ref at, ref dice);
            if (text.Length >= Shortest)
                yield return string.Join(
                    ' ',
                    text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                );
        }
    }

    private static IEnumerable<string> Patterns(string text)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (text[at] != '|' || depth > 0)
                continue;
            yield return text[start..at].Trim();
            (start, depth) = (at + 1, 0);
        }
        yield return text[start..].Trim();
    }

    private static string Choose(string pattern, ref int at, ref ulong dice)
    {
        var choices = new List<StringBuilder> { new() };
        for (; at < pattern.Length && pattern[at] != '}'; at++)
        {
            if (pattern[at] == '|')
                choices.Add(new());
            else if (pattern[at] != '{')
                choices[^1].Append(pattern[at]);
            else
            {
                at++;
                choices[^1].Append(Choose(pattern, ref at, ref dice));
            }
        }
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        return choices[(int)(dice % (ulong)choices.Count)].ToString();
    }
}
