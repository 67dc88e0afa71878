namespace OnRecord.Attribution.Words;

/// <summary>The regular forms of English verbs.</summary>
internal static class Inflection
{
    private static readonly HashSet<string> Doubling =
    [
        "admit",
        "blog",
        "beg",
        "plan",
        "stop",
        "drop",
        "ban",
        "cut",
        "hit",
        "put",
        "set",
        "let",
        "get",
        "run",
        "win",
        "begin",
        "control",
        "occur",
        "refer",
        "prefer",
        "commit",
        "submit",
        "permit",
        "transfer",
        "ship",
        "grab",
        "rob",
        "slam",
        "snap",
        "grin",
        "shrug",
        "plot",
        "star",
        "dub",
        "step",
        "spot",
        "tip",
        "trap",
        "chat",
        "nod",
        "jog",
        "swim",
        "sit",
        "dig",
        "forget",
        "forbid",
        "map",
        "scrap",
        "strip",
        "wrap",
        "equip",
        "quip",
        "regret",
    ];

    public static string Third(string verb) =>
        verb switch
        {
            _ when verb.EndsWith('y') && !Vowel(verb[^2]) => verb[..^1] + "ies",
            _ when verb.EndsWith('s')
                    || verb.EndsWith('x')
                    || verb.EndsWith('z')
                    || verb.EndsWith("ch", StringComparison.Ordinal)
                    || verb.EndsWith("sh", StringComparison.Ordinal)
                    || verb.EndsWith('o') => verb + "es",
            _ => verb + "s",
        };

    public static string Past(string verb) =>
        verb switch
        {
            _ when verb.EndsWith('e') => verb + "d",
            _ when verb.EndsWith('y') && !Vowel(verb[^2]) => verb[..^1] + "ied",
            _ when Doubling.Contains(verb) => verb + verb[^1] + "ed",
            _ => verb + "ed",
        };

    public static string Participle(string verb) =>
        verb switch
        {
            _ when verb.EndsWith("ie", StringComparison.Ordinal) => verb[..^2] + "ying",
            _ when verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && verb != "be" => verb[..^1]
                + "ing",
            _ when Doubling.Contains(verb) => verb + verb[^1] + "ing",
            _ => verb + "ing",
        };

    private static bool Vowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
