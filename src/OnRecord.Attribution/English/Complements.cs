using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds what a verb governs on its right, and how far it reaches.</summary>
internal sealed partial class Complements(Grammar grammar)
{
    // Each comma asks anew what the verbs behind it govern.
    private readonly Dictionary<int, (int To, Cue Cue, Complement Complement)> known = [];

    private Item[] Items => grammar.Items;

    public Complement After(int verb, Cue cue, int to)
    {
        if (known.TryGetValue(verb, out var before) && before.To == to && ReferenceEquals(before.Cue, cue))
            return before.Complement;
        var complement = Look(verb, cue, to);
        known[verb] = (to, cue, complement);
        return complement;
    }

    private Complement Look(int verb, Cue cue, int to)
    {
        var at = SkipAdverbs(verb + 1, to);
        Mention? told = null;
        if (
            cue.Is(CueTraits.Addressed)
            && at < to
            && !Items[at].Is(Traits.That | Traits.Wh | Traits.Preposition | Traits.To)
            && Items[at].Kind is ItemKind.Word
        )
        {
            var end = Told(at, to);
            if (end > at && !(cue.Is(CueTraits.Loose) && cue.Lemma != "tell" && end < to && grammar.IsFinite(end, at)))
            {
                told = Mention.Plain(at, end);
                at = end;
            }
        }
        for (var guard = 0; guard < 6 && at < to; guard++)
        {
            if (Opening(at, cue, to, guard > 0) is { } kind)
                return new Complement(kind, Entrance(at, kind), told);
            var next = SkipAdverbial(at, to);
            if (next == at && told is null && !cue.Is(CueTraits.Quoting))
                next = BeforeColon(at, to);
            if (next == at)
                break;
            at = next;
        }
        return new Complement(ComplementKind.None, at, told);
    }

    // "denied the charges: she was never there"
    private int BeforeColon(int at, int to)
    {
        var end = grammar.SkipNounChain(at, to);
        return end < to && Items[end].Kind == ItemKind.Colon ? end : at;
    }

    // "told reporters prices had risen": one plain word for people ends the object.
    private int Told(int at, int to)
    {
        if (Items[at].Is(Traits.People | Traits.Role) && !Items[at].IsCapital)
            return at + 1;
        var end = grammar.SkipNoun(at, to);
        if (end < to && end + 1 < to && grammar.Says(end, "of"))
            end = grammar.SkipNounChain(at, to);
        else if (end + 1 < to && grammar.IsAnd(end) && Items[end + 1].IsCapital)
            end = grammar.SkipNoun(end + 1, to);
        return end;
    }

    private ComplementKind? Opening(int at, Cue cue, int to, bool skipped)
    {
        ref readonly var item = ref Items[at];
        var mark = item.Kind is ItemKind.Comma or ItemKind.Colon or ItemKind.Dash;
        if (
            mark
            && at + 1 < to
            && Items[at + 1].Kind == ItemKind.Quote
            && (grammar.IsClausalQuote(at + 1) || item.Kind == ItemKind.Colon || Items[at + 1].IsCapital)
        )
            return ComplementKind.Quote;
        if (item.Kind == ItemKind.Quote && (grammar.IsClausalQuote(at) || item.Words > 1 || cue.Is(CueTraits.Loose)))
            return Continues(at, to) ? ComplementKind.Clause : ComplementKind.Quote;
        if (cue.Is(CueTraits.Quoting) && !cue.Is(~CueTraits.Quoting))
            return null;
        if (item.Kind == ItemKind.Colon && at + 1 < to)
            return ComplementKind.Clause;
        if (
            item.Is(Traits.That)
            && item.Kind == ItemKind.Word
            && at + 2 < to
            && skipped
            && grammar.IsFinite(at + 1, at)
        )
            return null;
        if (item.Is(Traits.That) && item.Kind == ItemKind.Word && at + 2 < to)
            return grammar.HasFinite(at + 1, to) || cue.Is(CueTraits.Loose) ? ComplementKind.Clause : null;
        if (item.Kind == ItemKind.Comma)
            return
                at + 2 < to
                && Items[at + 1].Is(Traits.That)
                && Items[at + 1].Kind == ItemKind.Word
                && !grammar.IsFinite(at + 2, at + 1)
                ? ComplementKind.Clause
                : null;
        if (
            cue.Is(CueTraits.Infinitive)
            && item.Is(Traits.To)
            && at + 2 < to
            && !(Items[at + 1].Is(Traits.Be) && IsNaming(at + 2))
            && !grammar.Says(at + 2, "anonymous")
            && !Items[at + 1].Is(Traits.Determiner | Traits.Capital | Traits.People)
        )
            return ComplementKind.Infinitive;
        if (
            cue.Is(CueTraits.Infinitive)
            && item.Is(Traits.Negation)
            && at + 3 < to
            && Items[at + 1].Is(Traits.To)
            && !(Items[at + 2].Is(Traits.Be) && IsNaming(at + 3))
        )
            return ComplementKind.Infinitive;
        if (
            cue.Is(CueTraits.Gerund)
            && at + 1 < to
            && (item.Is(Traits.Ing) || grammar.Says(at, "having") || grammar.Says(at, "being"))
        )
            return ComplementKind.Gerund;
        if (
            item.Is(Traits.Wh)
            && item.Kind == ItemKind.Word
            && !cue.Is(CueTraits.Post)
            && cue.Lemma is not ("add" or "suggest" or "indicate" or "recommend" or "propose" or "state" or "hold")
        )
            return !cue.Is(CueTraits.Strict) || cue.Is(CueTraits.Asking)
                ? (grammar.Says(at, "when") || grammar.Says(at, "who") ? null : ComplementKind.Clause)
                : null;
        if (cue.Is(CueTraits.Asking) && grammar.Says(at, "if"))
            return ComplementKind.Clause;
        if (cue.Is(CueTraits.Strict | CueTraits.Asking) && !cue.Is(CueTraits.Transitive | CueTraits.Loose))
            return null;
        return IsClause(at, to, cue) ? ComplementKind.Clause : null;
    }

    private bool IsNaming(int at) =>
        grammar.Says(at, "named") || grammar.Says(at, "identified") || grammar.Says(at, "quoted");

    private int Entrance(int at, ComplementKind kind)
    {
        ref readonly var item = ref Items[at];
        if (kind == ComplementKind.Infinitive)
            return at;
        if (item.Kind is ItemKind.Comma && Items[at + 1].Kind != ItemKind.Quote)
            return AfterThat(at + 1);
        if (item.Kind is ItemKind.Comma or ItemKind.Colon or ItemKind.Dash)
            return at + 1;
        return item.Is(Traits.That) && item.Kind == ItemKind.Word ? AfterThat(at) : at;
    }

    private int AfterThat(int that) => Items[that + 1].Kind == ItemKind.Comma ? that + 2 : that + 1;
}
