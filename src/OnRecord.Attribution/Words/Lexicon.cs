using System.Collections.Frozen;

namespace OnRecord.Attribution.Words;

/// <summary>All word lists as one table, looked up without making a string.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, Entry> Entries = Build();

    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Entries.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the lists know of a word, whatever its case; its ending speaks where they are silent.</summary>
    public static Entry Of(ReadOnlySpan<char> word)
    {
        if (word.Length > 24)
            return default;
        if (Lookup.TryGetValue(word, out var entry))
            return entry;
        var guess = Traits.None;
        if (word.Length > 4 && char.IsAsciiLetterLower(word[0]))
        {
            if (word.EndsWith("ed"))
                guess = Traits.Ed;
            else if (word.EndsWith("ing"))
                guess = Traits.Ing;
            else if (word.EndsWith("ly"))
                guess = Traits.Adverb;
        }
        return new Entry(guess, null, CueForm.None);
    }

    private static FrozenDictionary<string, Entry> Build()
    {
        var all = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var (traits, words) in (IEnumerable<(Traits, string)>)
                [.. FunctionWords.Lists, .. PeopleWords.Lists, .. BodyWords.Lists]
        )
            Add(all, words, traits);
        Add(all, PeopleWords.MaleNames, Traits.Male);
        Add(all, PeopleWords.FemaleNames, Traits.Female);
        Add(all, FunctionWords.IrregularPasts, Traits.Past);
        foreach (var verb in FunctionWords.CommonVerbs.Split(' '))
        {
            Add(all, verb, Traits.Base);
            Add(all, Inflection.Third(verb), Traits.Third);
            Add(all, Inflection.Past(verb), Traits.Ed);
            Add(all, Inflection.Participle(verb), Traits.Ing);
        }
        foreach (var (word, cue, form) in CueWords.Forms())
        {
            Add(
                all,
                word,
                form switch
                {
                    CueForm.Plain => Traits.Base,
                    CueForm.Third => Traits.Third,
                    CueForm.Participle => Traits.Ing,
                    _ => Traits.Ed,
                }
            );
            var entry = all[word];
            if (entry.Cue is null || form == CueForm.Past)
                all[word] = entry with { Cue = cue, Form = form };
        }
        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, Entry> all, string words, Traits traits)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            all[word] = all.TryGetValue(word, out var entry)
                ? entry with
                {
                    Traits = entry.Traits | traits,
                }
                : new Entry(traits, null, CueForm.None);
    }

    internal readonly record struct Entry(Traits Traits, Cue? Cue, CueForm Form);
}
