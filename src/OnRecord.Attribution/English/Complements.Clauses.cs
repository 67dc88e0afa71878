using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Complements
{
    // “many people” had died: the quotation is only the clause's beginning.
    private bool Continues(int at, int to) =>
        at + 1 < to
        && Items[at + 1].Kind == ItemKind.Word
        && !Items[at + 1].IsCapital
        && !Items[at].Open
        && Items[at].Ending is '\0'
        && !Items[at + 1].Is(Traits.Coordinator | Traits.Subordinator)
        && grammar.HasFinite(at + 1, to);

    private bool IsClause(int at, int to, Cue cue)
    {
        ref readonly var item = ref Items[at];
        if (item.Kind is not (ItemKind.Word or ItemKind.Number or ItemKind.Quote or ItemKind.Bracket))
            return false;
        if (cue.Is(CueTraits.Loose) && !cue.Is(CueTraits.Noun))
        {
            if (
                IsCommunicative(at, to)
                || (
                    IsTimePhrase(at, to)
                    && SkipAdverbial(at, to) is var past
                    && !(past < to && grammar.IsFinite(past, at))
                )
                || Items[at].Is(Traits.Coordinator)
                || (Items[at].Is(Traits.Time) && !grammar.IsFinite(Math.Min(at + 1, to - 1), at))
            )
                return false;
            if (Items[at].Is(Traits.Subordinator) && !Items[at].Is(Traits.Preposition | Traits.Wh))
                return grammar.HasFinite(at, to) && !grammar.Says(at, "because") && !grammar.Says(at, "so");
            if (Items[at].Is(Traits.Preposition | Traits.To | Traits.Ing | Traits.Subordinator) && !Items[at].IsCapital)
                return SubjectVerb(AfterPhrase(at, to), to);
            return grammar.HasFinite(at, Turn(at, to));
        }
        if (item.Is(Traits.Subordinator) && !item.Is(Traits.Preposition | Traits.Wh))
            return grammar.HasFinite(at, to) && !grammar.Says(at, "so");
        if (item.Is(Traits.Preposition) && (grammar.Says(at, "as") || grammar.Says(at, "by") || grammar.Says(at, "in")))
            return !IsCommunicative(at, to) && SubjectVerb(AfterPhrase(at, to), to);
        return SubjectVerb(at, to);
    }

    // "alleged fraud and vowed to": where the speaker does the next thing.
    private int Turn(int at, int to)
    {
        while (
            at + 1 < to
            && !(
                Items[at].Is(Traits.Coordinator)
                && Items[at + 1].Is(Traits.Ed | Traits.Past)
                && Items[at + 1].Cue is not null
            )
        )
            at++;
        return at + 1 < to ? at : to;
    }

    private int AfterPhrase(int at, int to)
    {
        var next = grammar.SkipNounChain(at + 1, to);
        while (next < to && Items[next].Kind == ItemKind.Number)
            next++;
        if (next < to && Items[next].Kind == ItemKind.Comma)
            return next + 1;
        return next > at + 1 ? next : to;
    }

    // A noun phrase and its verb, at once or behind what stands between commas.
    private bool SubjectVerb(int at, int to)
    {
        if (at >= to)
            return false;
        var end = grammar.SkipNounChain(at, to);
        if (end == at)
            return false;
        for (var guard = 0; guard < 3 && end < to; guard++)
        {
            while (end < to && Items[end].Is(Traits.Adverb) && Items[end].Kind == ItemKind.Word)
                end++;
            if (end >= to)
                return false;
            if (grammar.IsFinite(end, at) || (grammar.Says(end, "be") && Items[end - 1].IsWord))
                return true;
            if (
                Items[end].Kind == ItemKind.Comma
                && end + 1 < to
                && Items[end + 1].Is(Traits.Determiner | Traits.Wh | Traits.Preposition | Traits.Adverb)
            )
            {
                end++;
                while (end < to && Items[end].Kind is not (ItemKind.Comma or ItemKind.Semicolon or ItemKind.Dash))
                    end++;
                end++;
            }
            else if (Items[end].Is(Traits.Preposition) && !grammar.Says(end, "by"))
            {
                var next = grammar.SkipNounChain(end + 1, to);
                if (next == end + 1)
                    return false;
                end = next;
            }
            else
            {
                return false;
            }
        }
        return false;
    }
}
