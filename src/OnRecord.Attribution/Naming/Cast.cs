using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Naming;

/// <summary>The names in a story: its people by surname, its bodies by acronym and by what they are.</summary>
internal sealed class Cast
{
    private readonly Story story;
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> acronyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> outlets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> firstWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly List<(int Item, Person Person)> seen = [];
    private readonly List<(int Item, string Name)> bodies = [];

    public Cast(Story story)
    {
        this.story = story;
        for (var at = 0; at < Tokens.Length; at++)
        {
            var end = Run(at);
            if (end == at)
                continue;
            Meet(at, end);
            at = end - 1;
        }
    }

    private Token[] Tokens => story.Tokens;

    /// <summary>People in the order in which they are met, by token.</summary>
    public IReadOnlyList<(int Token, Person Person)> Seen => seen;

    /// <summary>Bodies in the order in which they are met, by token.</summary>
    public IReadOnlyList<(int Token, string Name)> Bodies => bodies;

    public Person? BySurname(string name) => people.GetValueOrDefault(name);

    /// <summary>Whether the text calls this name a newspaper, a channel or the like.</summary>
    public bool IsOutlet(string name) => named.Contains(name);

    /// <summary>The longer name of a body that begins with this word: <c>Straitline Ferries</c>.</summary>
    public string? ByFirstWord(string word) => firstWords.GetValueOrDefault(word);

    public string? ByAcronym(string name) => acronyms.GetValueOrDefault(name);

    /// <summary>The longer name of an outlet that begins with this one: <c>MSN News</c>.</summary>
    public string Outlet(string name) => outlets.GetValueOrDefault(name, name);

    private string Word(int at) => story.Text[Tokens[at].Start..Tokens[at].End];

    private ReadOnlySpan<char> Letters(int at) => story.Text.AsSpan(Tokens[at].Start, Tokens[at].Length);

    // The token after a run of capitals: "Ana de Souza", "Department of Health", "Food and Drug Administration".
    private int Run(int at)
    {
        if (!Begins(at))
            return at;
        var end = at + 1;
        while (end < Tokens.Length && end - at < 16)
        {
            if (IsName(end))
                end++;
            else if (end + 1 < Tokens.Length && IsName(end + 1) && Joins(at, end))
                end += 2;
            else
                break;
        }
        return end;
    }

    private bool Begins(int at) =>
        IsName(at)
        && !Is(at, Traits.Pronoun | Traits.Wh | Traits.Determiner | Traits.Subordinator)
        && !(Is(at, Traits.Preposition | Traits.Coordinator | Traits.Adverb) && !Is(at, Traits.Acronym));

    private bool IsName(int at) =>
        Tokens[at].Kind == TokenKind.Word
        && Is(at, Traits.Capital)
        && !(Is(at, Traits.Pronoun | Traits.Time) && !Is(at, Traits.Given | Traits.Outlet));

    private bool Is(int at, Traits traits) => (Tokens[at].Traits & traits) != 0;

    private bool Joins(int from, int at)
    {
        if (Tokens[at].Kind != TokenKind.Word)
            return false;
        return Letters(at) switch
        {
            "de"
            or "da"
            or "di"
            or "van"
            or "von"
            or "der"
            or "den"
            or "bin"
            or "ibn"
            or "al"
            or "del"
            or "la"
            or "le"
            or "du"
            or "dos" => true,
            "of" or "for" => Is(at - 1, Traits.Organisation | Traits.Outlet) && !Is(from, Traits.Given),
            "and" or "&" => Is(at - 1, Traits.None)
                || (
                    at + 2 < Tokens.Length
                    && Is(at + 2, Traits.Organisation)
                    && !Is(at - 1, Traits.Country | Traits.Organisation | Traits.Given | Traits.Outlet)
                ),
            _ => false,
        };
    }

    private void Meet(int from, int end)
    {
        if (
            from > 0
            && Tokens[from - 1].Kind == TokenKind.Word
            && Is(from - 1, Traits.Outlet)
            && !Is(from - 1, Traits.Capital)
        )
            named.Add(story.Text[Tokens[from].Start..Tokens[end - 1].End]);
        else if (
            from > 1
            && Letters(from - 1) is "station" or "agency" or "website" or "site"
            && (Is(from - 2, Traits.Outlet) || Letters(from - 2) is "news")
        )
            named.Add(story.Text[Tokens[from].Start..Tokens[end - 1].End]);
        var start = from;
        if (end - from > 2 && Is(from + 1, Traits.Given) && !Is(from, Traits.Given | Traits.Title))
            start = from + 1;
        for (var at = from; at < end; at++)
        {
            if (Is(at, Traits.Role | Traits.Title) && !(Is(at, Traits.Given) && at == from))
                start = at + 1;
        }
        while (start < end && Is(start, Traits.Country | Traits.Demonym) && end - start > 2)
            start++;
        var body = IsBody(start, end);
        if (start < end && !body && end - start <= 5)
            MeetPerson(from, start, end);
        else if (end > from)
            MeetBody(start < end ? start : from, end);
    }

    private bool IsBody(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (
                Is(at, Traits.Organisation | Traits.Outlet | Traits.Country)
                && !(
                    Is(at, Traits.Given)
                    && at == from
                    && end - from == 2
                    && !Is(end - 1, Traits.Organisation | Traits.Outlet)
                )
            )
                return true;
        }
        return end - from == 1 && Is(from, Traits.Acronym);
    }

    private void MeetPerson(int from, int start, int end)
    {
        var whole = end - start > 1;
        var surname = Word(end - 1);
        if (!whole && !people.ContainsKey(surname) && !(start > from) && !(Is(from, Traits.Title)))
            return;
        if (!people.TryGetValue(surname, out var person) || (whole && !person.Name.Contains(' ')))
        {
            var fresh = new Person(story.Text[Tokens[start].Start..Tokens[end - 1].End].Replace('\n', ' '));
            if (person is not null)
                fresh.Roles.UnionWith(person.Roles);
            person = people[surname] = fresh;
            if (whole && end - start > 2)
                people.TryAdd(Word(end - 2) + " " + surname, person);
        }
        person.Sure |= start > from || Is(start, Traits.Given);
        if (whole && !Is(start, Traits.Given | Traits.Country | Traits.Demonym))
            firstWords.TryAdd(Word(start), person.Name);
        if (person.Gender == 0)
            person.Gender = Gender(from, start, end);
        Describe(person, from, start, end);
        seen.Add((start, person));
    }

    private char Gender(int from, int start, int end)
    {
        for (var at = from; at < start; at++)
        {
            if (Letters(at) is "Mr" or "Mr." or "Sir" or "Lord" or "King" or "Prince")
                return 'M';
            if (Letters(at) is "Mrs" or "Mrs." or "Ms" or "Ms." or "Lady" or "Dame" or "Queen" or "Princess")
                return 'F';
        }
        if (end - start > 1 && Is(start, Traits.Given))
            return Is(start, Traits.Male) ? (Is(start, Traits.Female) ? '\0' : 'M') : 'F';
        return '\0';
    }

    private void Describe(Person person, int from, int start, int end)
    {
        var first = from;
        while (
            first > 0
            && from - first < 4
            && Tokens[first - 1].Kind == TokenKind.Word
            && !Is(first - 1, Traits.Preposition | Traits.Past | Traits.Relative)
        )
            first--;
        for (var at = first; at < start; at++)
        {
            if (!Is(at, Traits.Role))
                continue;
            person.Roles.Add(Word(at));
            person.Sure = true;
        }
        if (end >= Tokens.Length || Tokens[end].Kind != TokenKind.Comma)
            return;
        for (var at = end + 1; at < Math.Min(Tokens.Length, end + 12); at++)
        {
            if (Tokens[at].Kind is TokenKind.Stop or TokenKind.Break or TokenKind.Quote || Is(at, Traits.Past))
                return;
            if (!Is(at, Traits.Role))
                continue;
            person.Roles.Add(Word(at));
            person.Sure = true;
        }
    }

    private void MeetBody(int from, int end)
    {
        var name = story.Text[Tokens[from].Start..Tokens[end - 1].End].Replace('\n', ' ');
        bodies.Add((from, name));
        if (
            end - from > 1
            && !Is(
                from,
                Traits.Given | Traits.Country | Traits.Demonym | Traits.Organisation | Traits.Outlet | Traits.Determiner
            )
        )
            firstWords.TryAdd(Word(from), name);
        if (end + 1 < Tokens.Length && Tokens[end].Kind == TokenKind.Open && Is(end + 1, Traits.Acronym))
            acronyms.TryAdd(Word(end + 1), name);
        for (var at = from; at < end; at++)
        {
            if (!Is(at, Traits.Outlet))
                continue;
            for (var part = from + 1; part < end; part++)
                outlets.TryAdd(story.Text[Tokens[from].Start..Tokens[part - 1].End], name);
            return;
        }
    }
}
