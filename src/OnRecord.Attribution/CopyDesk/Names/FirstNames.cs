namespace OnRecord.Attribution.CopyDesk.Names;

/// <summary>A person whose first name is spelled two ways, such as <c>Jon Marsh</c> and <c>John Marsh</c>.</summary>
internal static class FirstNames
{
    private static readonly string[] Spellings =
    [
        "catherine katherine kathryn catharine katharine",
        "jon john",
        "sara sarah",
        "steven stephen",
        "philip phillip",
        "geoffrey jeffrey jeffery",
        "ann anne",
        "marc mark",
        "eric erik",
        "carl karl",
        "lynn lynne",
        "teresa theresa",
        "alan allan allen",
        "brian bryan",
        "matthew mathew",
        "michael micheal",
        "nicholas nicolas",
        "isabel isabelle",
        "elisabeth elizabeth",
        "caitlin kaitlin",
        "neil neal",
        "sean shaun shawn",
        "rebecca rebekah",
        "mohammed muhammad mohamed mohammad",
        "hannah hanna",
        "deborah debra",
        "lindsay lindsey",
        "stewart stuart",
        "tracy tracey",
        "christopher cristopher",
        "jonathan jonathon johnathan",
        "natalie nathalie",
        "philippa phillipa",
        "kristen kristin",
        "gillian jillian",
        "julian julien",
        "zachary zachery",
        "aidan aiden",
        "graham graeme",
        "sergei sergey serhiy serhii",
        "alexei alexey",
        "dmitri dmitry dmitriy",
        "andrei andrey",
        "nikolai nikolay",
    ];

    private static readonly Dictionary<string, int> Alike = new(
        from names in Spellings.Index()
        from name in names.Item.Split(' ')
        select KeyValuePair.Create(name, names.Index)
    );

    public static IEnumerable<CopyNote> In(CopyText text)
    {
        var seen = new Dictionary<(int, string), Span>();
        var noted = new HashSet<(int, string)>();
        for (var at = 0; at + 1 < text.Words.Count; at++)
        {
            var (first, last) = (text.Words[at], text.Words[at + 1]);
            if (!first.Capital || !last.Capital || !last.Joined || !Alike.TryGetValue(first.Lower, out var name))
                continue;
            var person = (name, last.Bare);
            var span = new Span(first.Span.Start, last.Span.Start + last.Bare.Length);
            if (seen.TryAdd(person, span) || SameFirst(text, seen[person], first.Lower) || !noted.Add(person))
                continue;
            var other = seen[person];
            yield return new(CopyNoteKind.NameTwoWays, span, null, other, [text[span], text[other]]);
        }
    }

    private static bool SameFirst(CopyText text, Span other, string first) =>
        text[other].StartsWith(first + " ", StringComparison.OrdinalIgnoreCase);
}
