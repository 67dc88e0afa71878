using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds what a verb governs on its right, and how far it reaches.</summary>
internal sealed class Complements(Grammar grammar)
{
    private Item[] Items => grammar.Items;

    public Complement After(int verb, Cue cue, int to)
    {
        var at = SkipAdverbs(verb + 1, to);
        Mention? told = null;
        if (cue.Is(CueTraits.Addressed) && at < to && !Items[at].Is(Traits.That | Traits.Wh | Traits.Preposition | Traits.To) && Items[at].Kind is ItemKind.Word)
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

    private int SkipAdverbs(int at, int to)
    {
        while (at < to && Items[at].Kind == ItemKind.Word && Items[at].Is(Traits.Adverb) && !Items[at].IsCapital && !Items[at].Is(Traits.Subordinator | Traits.Determiner | Traits.Coordinator | Traits.Negation))
            at++;
        return at < to && grammar.Says(at, "out") ? at + 1 : at;
    }

    private ComplementKind? Opening(int at, Cue cue, int to, bool skipped)
    {
        ref readonly var item = ref Items[at];
        var mark = item.Kind is ItemKind.Comma or ItemKind.Colon or ItemKind.Dash;
        if (mark && at + 1 < to && Items[at + 1].Kind == ItemKind.Quote && (grammar.IsClausalQuote(at + 1) || item.Kind == ItemKind.Colon || Items[at + 1].IsCapital))
            return ComplementKind.Quote;
        if (item.Kind == ItemKind.Quote && (grammar.IsClausalQuote(at) || item.Words > 1 || cue.Is(CueTraits.Loose)))
            return Continues(at, to) ? ComplementKind.Clause : ComplementKind.Quote;
        if (cue.Is(CueTraits.Quoting) && !cue.Is(~CueTraits.Quoting))
            return null;
        if (item.Kind == ItemKind.Colon && at + 1 < to)
            return ComplementKind.Clause;
        if (item.Is(Traits.That) && item.Kind == ItemKind.Word && at + 2 < to && skipped && grammar.IsFinite(at + 1, at))
            return null;
        if (item.Is(Traits.That) && item.Kind == ItemKind.Word && at + 2 < to)
            return grammar.HasFinite(at + 1, to) || cue.Is(CueTraits.Loose) ? ComplementKind.Clause : null;
        if (item.Kind == ItemKind.Comma)
            return at + 2 < to && Items[at + 1].Is(Traits.That) && Items[at + 1].Kind == ItemKind.Word && !grammar.IsFinite(at + 2, at + 1) ? ComplementKind.Clause : null;
        if (cue.Is(CueTraits.Infinitive) && item.Is(Traits.To) && at + 2 < to && !(Items[at + 1].Is(Traits.Be) && IsNaming(at + 2)) && !grammar.Says(at + 2, "anonymous") && !Items[at + 1].Is(Traits.Determiner | Traits.Capital | Traits.People))
            return ComplementKind.Infinitive;
        if (cue.Is(CueTraits.Infinitive) && item.Is(Traits.Negation) && at + 3 < to && Items[at + 1].Is(Traits.To) && !(Items[at + 2].Is(Traits.Be) && IsNaming(at + 3)))
            return ComplementKind.Infinitive;
        if (cue.Is(CueTraits.Gerund) && at + 1 < to && (item.Is(Traits.Ing) || grammar.Says(at, "having") || grammar.Says(at, "being")))
            return ComplementKind.Gerund;
        if (item.Is(Traits.Wh) && item.Kind == ItemKind.Word && !cue.Is(CueTraits.Post) && cue.Lemma is not ("add" or "suggest" or "indicate" or "recommend" or "propose" or "state" or "hold"))
            return !cue.Is(CueTraits.Strict) || cue.Is(CueTraits.Asking) ? (grammar.Says(at, "when") || grammar.Says(at, "who") ? null : ComplementKind.Clause) : null;
        if (cue.Is(CueTraits.Asking) && grammar.Says(at, "if"))
            return ComplementKind.Clause;
        if (cue.Is(CueTraits.Strict | CueTraits.Asking) && !cue.Is(CueTraits.Transitive | CueTraits.Loose))
            return null;
        return IsClause(at, to, cue) ? ComplementKind.Clause : null;
    }

    private bool IsNaming(int at) => grammar.Says(at, "named") || grammar.Says(at, "identified") || grammar.Says(at, "quoted");

    // “many people” had died: the quotation is only the clause's beginning.
    private bool Continues(int at, int to) =>
        at + 1 < to && Items[at + 1].Kind == ItemKind.Word && !Items[at + 1].IsCapital && !Items[at].Open && Items[at].Ending is '\0'
        && !Items[at + 1].Is(Traits.Coordinator | Traits.Subordinator) && grammar.HasFinite(at + 1, to);

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

    private bool IsClause(int at, int to, Cue cue)
    {
        ref readonly var item = ref Items[at];
        if (item.Kind is not (ItemKind.Word or ItemKind.Number or ItemKind.Quote or ItemKind.Bracket))
            return false;
        if (cue.Is(CueTraits.Loose) && !cue.Is(CueTraits.Noun))
        {
            if (IsCommunicative(at, to) || (IsTimePhrase(at, to) && SkipAdverbial(at, to) is var past && !(past < to && grammar.IsFinite(past, at))) || Items[at].Is(Traits.Coordinator) || (Items[at].Is(Traits.Time) && !grammar.IsFinite(Math.Min(at + 1, to - 1), at)))
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
        while (at + 1 < to && !(Items[at].Is(Traits.Coordinator) && Items[at + 1].Is(Traits.Ed | Traits.Past) && Items[at + 1].Cue is not null))
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
            if (Items[end].Kind == ItemKind.Comma && end + 1 < to && Items[end + 1].Is(Traits.Determiner | Traits.Wh | Traits.Preposition | Traits.Adverb))
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

    private bool IsTimePhrase(int at, int to) =>
        Items[at].Is(Traits.Time) || (Items[at].Is(Traits.Adjective | Traits.Determiner | Traits.Adverb) && at + 1 < to && Items[at + 1].Is(Traits.Time));

    private int SkipAdverbial(int at, int to)
    {
        ref readonly var item = ref Items[at];
        if (IsTimePhrase(at, to))
        {
            at++;
            while (at < to && (Items[at].Is(Traits.Time) || Items[at].Kind == ItemKind.Number))
                at++;
            return at;
        }
        if (item.Is(Traits.Preposition | Traits.To) && item.Kind == ItemKind.Word)
        {
            var end = grammar.SkipNounChain(at + 1, to);
            while (end < to && (Items[end].Is(Traits.Time) || Items[end].Kind == ItemKind.Number))
                end++;
            if (end > at + 1)
                return end;
        }
        if (item.Is(Traits.Ing) && (grammar.Says(at, "using") || grammar.Says(at, "citing") || grammar.Says(at, "referring") || grammar.Says(at, "speaking")))
        {
            while (at < to && Items[at].Kind is not (ItemKind.Colon or ItemKind.Quote or ItemKind.Comma or ItemKind.Stop) && !Items[at].Is(Traits.That))
                at++;
            return at;
        }
        if (item.Kind == ItemKind.Bracket)
            return at + 1;
        if (item.Kind == ItemKind.Comma && at + 2 < to && Items[at + 2].Kind == ItemKind.Comma && Items[at + 1].Is(Traits.Adverb))
            return at + 3;
        // ", in an interview on Monday, that"
        if (item.Kind == ItemKind.Comma && at + 1 < to && Items[at + 1].Is(Traits.Preposition | Traits.Ing))
        {
            var close = at + 1;
            while (close < to && close - at < 20 && Items[close].Kind is not (ItemKind.Comma or ItemKind.Semicolon or ItemKind.Stop))
                close++;
            if (close + 1 < to && Items[close].Kind == ItemKind.Comma && (Items[close + 1].Is(Traits.That) || Items[close + 1].Kind == ItemKind.Quote))
                return Items[close + 1].Kind == ItemKind.Quote ? close : close + 1;
        }
        return at;
    }

    /// <summary>Whether a phrase here tells when, where or to whom it was said: <c>in a statement</c>.</summary>
    public bool IsCommunicative(int at, int to)
    {
        if (at >= to || !Items[at].Is(Traits.Preposition | Traits.To) || Items[at].Kind != ItemKind.Word)
            return at < to && Items[at].Is(Traits.Time) && !Items[at].Is(Traits.Auxiliary);
        if (Items[at].Is(Traits.To))
            return true;
        var end = grammar.SkipNounChain(at + 1, to);
        for (var inside = at + 1; inside < end; inside++)
        {
            if (Items[inside].Is(Traits.Time | Traits.Document | Traits.Post | Traits.Outlet) || IsOccasion(inside))
                return true;
        }
        return end == at + 1 && Items[at].Is(Traits.Preposition);
    }

    private bool IsOccasion(int at) =>
        grammar.Says(at, "conference") || grammar.Says(at, "hearing") || grammar.Says(at, "phone") || grammar.Says(at, "court") || grammar.Says(at, "rally") || grammar.Says(at, "meeting")
        || grammar.Says(at, "reporters") || grammar.Says(at, "condition") || grammar.Says(at, "response") || grammar.Says(at, "twitter") || grammar.Says(at, "facebook");
}
