using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Naming;

/// <summary>Goes back from <c>he</c>, <c>the minister</c> and <c>the company</c> to the one they mean.</summary>
internal sealed class Antecedents(Story story, Cast cast)
{
    private const int Reach = 200;
    private readonly List<(int Token, Source Source)> spoken = [];

    public void Spoke(int token, Source source)
    {
        if (source.Name is not null)
            spoken.Add((token, source));
    }

    public Source Pronoun(int item, Sentence sentence)
    {
        var at = story.Items[item].First;
        var first = story.Tokens[at];
        var word = story.Text.AsSpan(first.Start, first.Length);
        if (word.Equals("he", StringComparison.OrdinalIgnoreCase))
            return Someone(at, 'M', sentence);
        if (word.Equals("she", StringComparison.OrdinalIgnoreCase))
            return Someone(at, 'F', sentence);
        if (word.Equals("it", StringComparison.OrdinalIgnoreCase))
            return Last(
                    at,
                    source => source.Kind is SourceKind.Organisation or SourceKind.Outlet or SourceKind.Document
                )
                ?? LastBody(at)
                ?? new Source(null, SourceKind.Organisation, Standing.Named, null);
        if (word.Equals("they", StringComparison.OrdinalIgnoreCase))
            return Last(at, source => source.Kind is SourceKind.Group or SourceKind.Organisation)
                ?? Last(at, _ => true)
                ?? new Source(null, SourceKind.Group, Standing.Anonymous, null);
        if (
            word.Equals("others", StringComparison.OrdinalIgnoreCase)
            || word.Equals("everyone", StringComparison.OrdinalIgnoreCase)
        )
            return new Source(word.ToString(), SourceKind.Group, Standing.Anonymous, null);
        return new Source(null, SourceKind.Person, Standing.Anonymous, null);
    }

    // The subject of the sentence, whoever spoke last, whoever was named last: the first whom the pronoun fits.
    private Source Someone(int at, char gender, Sentence sentence)
    {
        var start = story.Items[sentence.From].First;
        var speaker = LastPerson(at, gender);
        var index = Before(at);
        Person? subject = null;
        Person? recent = null;
        for (var back = index; back >= 0 && back > index - Reach; back--)
        {
            var (token, person) = cast.Seen[back];
            if (!person.Sure || (person.Gender != 0 && person.Gender != gender))
                continue;
            recent ??= person;
            if (token < start)
                break;
            subject = person;
        }
        var newer =
            index >= 0
            && recent is not null
            && speaker is { } spoke
            && Opening(at, sentence, gender) is { } opening
            && opening.Name != spoke.Source.Name
                ? opening
                : null;
        var chosen = subject?.Name ?? newer?.Name ?? speaker?.Source.Name ?? recent?.Name;
        return new Source(
            chosen,
            SourceKind.Person,
            chosen is null
            || (speaker?.Source is { } known && known.Name == chosen && known.Standing == Standing.Anonymous)
                ? Standing.Anonymous
                : Standing.Named,
            null
        );
    }

    // Whom the sentence before begins with, where it begins with a person.
    private Person? Opening(int at, Sentence sentence, char gender)
    {
        var number = story.Sentences.BinarySearch(
            sentence,
            Comparer<Sentence>.Create((a, b) => a.From.CompareTo(b.From))
        );
        if (number <= 0 || story.Sentences[number - 1].Paragraph != sentence.Paragraph)
            return null;
        var (from, to) = (story.Items[story.Sentences[number - 1].From].First, story.Items[sentence.From].First);
        for (var index = Before(at); index >= 0 && cast.Seen[index].Token >= from; index--)
        {
            var (token, person) = cast.Seen[index];
            if (token < to && token - from < 5 && person.Sure && (person.Gender == 0 || person.Gender == gender))
                return person;
        }
        return null;
    }

    private int Before(int token) => Before(token, cast.Seen, person => person.Token);

    private static int Before<T>(int token, IReadOnlyList<T> all, Func<T, int> at)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (at(all[middle]) < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    private (int Token, Source Source)? LastPerson(int at, char gender)
    {
        for (var back = spoken.Count - 1; back >= 0 && back > spoken.Count - 8; back--)
        {
            var (token, source) = spoken[back];
            if (token >= at || source.Kind != SourceKind.Person || source.Name is null)
                continue;
            var surname = source.Name[(source.Name.LastIndexOf(' ') + 1)..];
            if (cast.BySurname(surname) is { Gender: not '\0' } person && person.Gender != gender)
                continue;
            return spoken[back];
        }
        return null;
    }

    private Source? Last(int at, Func<Source, bool> fits)
    {
        for (var back = spoken.Count - 1; back >= 0 && back > spoken.Count - 8; back--)
        {
            if (spoken[back].Token < at && fits(spoken[back].Source))
                return spoken[back].Source with { Role = null };
        }
        return null;
    }

    private Source? LastBody(int at)
    {
        var back = Before(at, cast.Bodies, body => body.Token);
        return back < 0 ? null : new Source(cast.Bodies[back].Name, SourceKind.Organisation, Standing.Named, null);
    }

    /// <summary>The person whom the text has called by this role before.</summary>
    public Source? ByRole(string role, int at)
    {
        var first = Before(at);
        for (var back = first; back >= 0 && first - back < Reach; back--)
        {
            if (cast.Seen[back].Person.Roles.Contains(role))
                return new Source(cast.Seen[back].Person.Name, SourceKind.Person, Standing.Named, null);
        }
        return null;
    }

    /// <summary>The body whose name has this word, or the last one where the word fits any.</summary>
    public Source? Body(string word, int at, bool outlet)
    {
        var any =
            word
            is "company"
                or "firm"
                or "group"
                or "agency"
                or "organisation"
                or "organization"
                or "team"
                or "club"
                or "charity"
                or "union"
                or "regulator"
                or "newspaper"
                or "paper"
                or "magazine"
                or "broadcaster"
                or "network";
        string? fallback = null;
        var first = Before(at, cast.Bodies, body => body.Token);
        for (var back = first; back >= 0 && first - back < Reach; back--)
        {
            var name = cast.Bodies[back].Name;
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return new Source(name, outlet ? SourceKind.Outlet : SourceKind.Organisation, Standing.Named, null);
            if (any)
                fallback ??= name;
        }
        var spoke = any
            ? Last(at, source => source.Kind == (outlet ? SourceKind.Outlet : SourceKind.Organisation))
            : null;
        return spoke
            ?? (
                fallback is null
                    ? null
                    : new Source(fallback, outlet ? SourceKind.Outlet : SourceKind.Organisation, Standing.Named, null)
            );
    }
}
