using System.Collections.Frozen;
using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds what is said by an act of speech that names its words with a preposition: <c>accused him of lying</c>, <c>called for a vote</c>.</summary>
internal sealed class Acts(Grammar grammar, Subjects subjects, Extents extents)
{
    private const int Reach = 16;

    // Verb, the word that brings what is said, and whether somebody must stand between.
    private static readonly (string Verbs, string Brings, bool Object)[] Table =
    [
        ("accuse", "of", true),
        ("blame", "", true),
        ("criticise criticize fault condemn denounce praise thank", "for", true),
        ("describe dismiss denounce hail portray characterise characterize condemn brand", "as", true),
        ("liken", "to", true),
        ("call appeal", "for", false),
        ("call appeal plead", "to", true),
        ("call", "“", true),
    ];

    private static readonly FrozenDictionary<string, (string Lemma, bool Participle)> Forms = Build();

    private static readonly FrozenDictionary<string, (string Lemma, bool Participle)>.AlternateLookup<
        ReadOnlySpan<char>
    > Lookup = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    private Item[] Items => grammar.Items;

    /// <summary>The act that this verb is, or null.</summary>
    public Finding? At(int verb, int from, int to, int sentence, Func<int, Mention?> shared)
    {
        if (Items[verb].Cue is null || Items[verb].IsCapital || !Lookup.TryGetValue(grammar.Words(verb), out var act))
            return null;
        var group = grammar.VerbGroup(verb, from);
        if (group < verb && Items[verb - 1].Is(Traits.Be) && !act.Participle)
            return null;
        var content = -1;
        foreach (var (verbs, brings, needsObject) in Table)
        {
            if (content < 0 && Names(verbs, act.Lemma))
                content = Brought(verb, brings, needsObject, to);
        }
        if (content < 0 || content >= to)
            return null;
        if (act.Participle && (verb == from || Items[verb - 1].Kind != ItemKind.Comma))
            return null;
        var source = act.Participle ? subjects.Described(verb, from) : subjects.Before(group, from) ?? shared(group);
        if (source is not { } speaker || !Speaks(speaker))
            return null;
        var end = extents.End(content, to);
        return end <= content
            ? null
            : new Finding
            {
                Sentence = sentence,
                Content = [new Span(Items[content].Start, Items[end - 1].End)],
                Source = source,
                CueFrom = group,
                CueTo = verb,
                ClauseFrom = content,
                Act = true,
            };
    }

    private int Brought(int verb, string brings, bool needsObject, int to)
    {
        var at = verb + 1;
        while (at < to && Items[at].Is(Traits.Adverb) && Items[at].Kind == ItemKind.Word)
            at++;
        var start = at;
        if (
            needsObject
            && at < to
            && (
                grammar.Says(at, "on") || grammar.Says(at, "to") || grammar.Says(at, "with") || grammar.Says(at, "upon")
            )
            && brings == "to"
        )
            at++;
        if (needsObject)
        {
            var end = grammar.SkipNoun(at, to);
            if (end == at)
                return -1;
            at = end;
            if (brings == "“" && Items[end - 1].Kind == ItemKind.Quote && Items[end - 1].Words > 1)
                return end - 1;
            while (
                at < to
                && at - verb < Reach
                && !Brings(at, brings)
                && grammar.IsTie(at)
                && grammar.SkipNoun(at + 1, to) is var next
                && next > at + 1
            )
                at = next;
        }
        if (brings.Length == 0)
            return start < at ? start : -1;
        if (at + 1 >= to || !Brings(at, brings))
            return -1;
        if (brings == "“" && Items[at].Kind != ItemKind.Quote)
            return start;
        return brings switch
        {
            "“" => Items[at].Words > 1 ? at : -1,
            "to" when start + 1 > at - 1 => -1,
            "for" when needsObject && !Items[at + 1].Is(Traits.Ing) && Items[at + 1].Kind != ItemKind.Quote => -1,
            "as" when at - start <= 3 => start,
            _ => at + 1,
        };
    }

    private bool Brings(int at, string brings) =>
        brings == "“"
            ? Items[at].Kind == ItemKind.Quote || grammar.Says(at, "a") || grammar.Says(at, "an")
            : grammar.Says(at, brings);

    private bool Speaks(Mention mention)
    {
        for (var at = mention.From; at < mention.CoreTo; at++)
        {
            if (
                Items[at].IsCapital
                || Items[at]
                    .Is(
                        Traits.Pronoun
                            | Traits.Role
                            | Traits.People
                            | Traits.Organisation
                            | Traits.Outlet
                            | Traits.Document
                    )
            )
                return true;
        }
        return false;
    }

    private static bool Names(string verbs, string lemma) => verbs.Contains(lemma, StringComparison.Ordinal);

    private static FrozenDictionary<string, (string, bool)> Build()
    {
        var forms = new Dictionary<string, (string, bool)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (verbs, _, _) in Table)
        {
            foreach (var verb in verbs.Split(' '))
            {
                forms[verb] = forms[Inflection.Third(verb)] = forms[Inflection.Past(verb)] = (verb, false);
                forms[Inflection.Participle(verb)] = (verb, true);
            }
        }
        return forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
