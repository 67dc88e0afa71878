using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading;

/// Names out of a byline: "By Ada Bird and Ivan Koval, Staff Writers | Example News" is Ada Bird, Ivan Koval.
internal static class Names
{
    private const int MostWords = 6;
    private static readonly System.Buffers.SearchValues<char> Foreign = System.Buffers.SearchValues.Create("@/<>{}");

    private static readonly string[] Starts =
    [
        "by:",
        "by ",
        "written by ",
        "words by ",
        "story by ",
        "posted by ",
        "reported by ",
        "authored by ",
        "author:",
        "authors:",
        "ein artikel von ",
        "von ",
        "par ",
        "por ",
        "di ",
        "door ",
        "av ",
        "автор:",
        "автор ",
        "автори:",
        "авторы:",
        "текст:",
    ];

    private static readonly string[] Seams =
    [
        " and ",
        " & ",
        ";",
        ",",
        " und ",
        " et ",
        " y ",
        " e ",
        " та ",
        " і ",
        " и ",
        " with ",
        "|",
        " / ",
        "、",
        "•",
        "·",
        " en ",
        " och ",
        " og ",
    ];

    private static readonly FrozenSet<string> NotPeople = """
        reuters | ap | afp | dpa | pti | ians | ani | associated press | the associated press |
        agence france-presse | bloomberg | press association | pa media | upi | xinhua | tass | ria novosti |
        ukrinform | interfax | efe | ansa | staff | staff report | staff reports | staff reporter | staff writer |
        staff writers | admin | administrator | editor | editors | editorial | newsroom | news desk | newsdesk |
        web desk | online desk | agencies | news agencies | wire reports | post wires | wire | guest | unknown |
        anonymous | redaktion | редакція | редакция | none | null
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] Roles = """
        editor | reporter | correspondent | writer | contributor | columnist | producer | bureau | staff |
        special to | journalist | published | updated | posted | chief | director | professor | analyst | photographer
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static ImmutableArray<string> In(IEnumerable<string> lines, string? site)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var line in lines.Where(line => !Wording.Same(line, site)))
        {
            foreach (
                var piece in Start(line)
                    .Split(Seams, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                var name = Start(piece).Trim(' ', '.', ':', '-', '–', '—', '*', '(', ')');
                if (name.IndexOf(" for ", StringComparison.OrdinalIgnoreCase) is > 0 and var employer)
                    name = name[..employer];
                if (IsName(name, site) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                    names.Add(name);
            }
        }
        return names.ToImmutable();
    }

    private static bool IsSite(string name, string? site) =>
        site is not null
        && (
            Wording.Letters(site) is var letters
            && (
                letters.StartsWith(Wording.Letters(name), StringComparison.Ordinal)
                || Wording.Letters(name).StartsWith(letters, StringComparison.Ordinal)
            )
        );

    private static string Start(string line)
    {
        line = Wording.OneLine(line);
        var start = Array.Find(Starts, start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return start is null ? line : line[start.Length..].Trim();
    }

    private static bool IsName(string name, string? site)
    {
        if (Wording.Weigh(name) < 2 || name.Length > 60 || name.Any(char.IsDigit) || name.AsSpan().ContainsAny(Foreign))
            return false;
        if (NotPeople.Contains(name) || IsSite(name, site) || name.Split(' ').Length > MostWords)
            return false;
        if (
            name.Contains(".com", StringComparison.OrdinalIgnoreCase)
            || name.Contains("www.", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        return !Roles.Any(role =>
            name.Contains(role, StringComparison.OrdinalIgnoreCase)
            && (
                name.Length == role.Length
                || !char.IsLetter(name[Math.Max(0, name.IndexOf(role, StringComparison.OrdinalIgnoreCase) - 1)])
                || name.StartsWith(role, StringComparison.OrdinalIgnoreCase)
            )
        );
    }
}
