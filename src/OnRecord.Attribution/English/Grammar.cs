using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Noun phrases and verb groups of one sentence, told by their words alone.</summary>
internal sealed class Grammar(Story story)
{
    private const Traits Functional =
        Traits.Preposition | Traits.Coordinator | Traits.Subordinator | Traits.Auxiliary | Traits.Be | Traits.Have | Traits.Modal | Traits.To
        | Traits.Negation | Traits.Pronoun | Traits.Relative | Traits.Wh;

    public Item[] Items => story.Items;

    public ReadOnlySpan<char> Words(int at) => story.Text.AsSpan(Items[at].Start, Items[at].End - Items[at].Start);

    public bool Says(int at, string word) =>
        (uint)at < (uint)Items.Length && Items[at].End - Items[at].Start == word.Length && Words(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsClausalQuote(int at)
    {
        ref readonly var item = ref Items[at];
        return item.Kind == ItemKind.Quote && (item.Words >= 4 || (item.Ending != '\0' && item.Words >= 1));
    }

    /// <summary>Whether an item can stand in a noun phrase.</summary>
    public bool IsNominal(int at, int from)
    {
        ref readonly var item = ref Items[at];
        switch (item.Kind)
        {
            case ItemKind.Number or ItemKind.Bracket:
                return true;
            case ItemKind.Quote:
                return !IsClausalQuote(at);
            case ItemKind.Clitic:
                return at > from && !Items[at - 1].Is(Traits.Pronoun);
            case ItemKind.Other:
                return story.Text[item.Start] is '&' or '-' or '/';
            case ItemKind.Word:
                break;
            default:
                return false;
        }
        if (item.IsCapital && at > from)
            return !item.Is(Traits.Pronoun | Traits.Coordinator) && !(item.Is(Functional) && Words(at).Length < 4 && !item.Is(Traits.Acronym | Traits.Organisation));
        if (item.Is(Traits.Determiner))
            return true;
        if (item.Is(Functional))
            return false;
        if (item.Is(Traits.Adverb))
            return at + 1 < Items.Length && Items[at + 1].Is(Traits.Adjective | Traits.Ed) && !item.IsCapital;
        if (item.Is(Traits.Past))
            return false;
        if (item.Is(Traits.Ed) && !item.IsCapital)
            return IsModifier(at, from);
        if (item.Is(Traits.Ing) && !item.IsCapital)
            return at == from || !Items[at - 1].IsWord || Items[at - 1].Is(Traits.Determiner | Traits.Adjective | Traits.Preposition) || IsModifier(at, from);
        return true;
    }

    // "the leaked letter", "armed men": a participle before a noun and not behind one.
    private bool IsModifier(int at, int from)
    {
        if (at + 1 >= Items.Length || !Items[at + 1].IsWord || Items[at + 1].Is(Functional | Traits.Determiner | Traits.Adverb | Traits.Past | Traits.Time))
            return false;
        return at == from || !Items[at - 1].IsWord || Items[at - 1].Is(Traits.Determiner | Traits.Adjective | Traits.Preposition | Traits.Coordinator | Traits.Adverb);
    }

    /// <summary>The item after the noun phrase that begins here, or the same item where none does.</summary>
    public int SkipNoun(int at, int to)
    {
        var start = at;
        if (at >= to)
            return at;
        if (Items[at].Is(Traits.Pronoun | Traits.ObjectPronoun) && !Items[at].Is(Traits.Determiner) && Items[at].Kind == ItemKind.Word)
            return at + 1;
        if (Items[at].Is(Traits.ObjectPronoun) && at + 1 < to && (!IsNominal(at + 1, start) || Items[at + 1].Is(Traits.Determiner | Traits.Finite)))
            return at + 1;
        while (at < to && Items[at].Is(Traits.Determiner) && Items[at].Kind is ItemKind.Word or ItemKind.Number)
            at++;
        var head = at;
        while (at < to)
        {
            ref readonly var item = ref Items[at];
            if (!IsNominal(at, start) || (at > head && item.Is(Traits.Determiner) && !item.IsCapital && Items[at - 1].Kind != ItemKind.Clitic))
                break;
            if (at > head && item.Is(Traits.Third) && !item.IsCapital && !NounFollows(at, to))
                break;
            if (item.Kind == ItemKind.Clitic && (at + 1 >= to || !IsNominal(at + 1, start) || Items[at + 1].Is(Traits.Determiner)))
                break;
            at++;
            if (at + 1 < to && IsAnd(at) && Items[at - 1].IsCapital && Items[at + 1].IsCapital && Items[at + 1].Kind == ItemKind.Word)
                at++;
        }
        return at == head && head > start && !Items[start].Is(Traits.Determiner) ? start : at;
    }

    private bool IsBareNoun(int at) => Items[at].Kind == ItemKind.Word && !Items[at].IsCapital && !Items[at].Is(Functional | Traits.Determiner | Traits.Adverb | Traits.Time | Traits.ObjectPronoun);

    private bool NounFollows(int at, int to) => at + 1 < to && (Items[at + 1].Is(Traits.Finite | Traits.Preposition) || Items[at + 1].Kind == ItemKind.Clitic) && !Items[at].Is(Traits.Base);

    /// <summary>The same with what is tied to it: <c>the mayor of Kyiv and his deputy</c>.</summary>
    public int SkipNounChain(int at, int to)
    {
        var end = SkipNoun(at, to);
        while (end > at && end + 1 < to)
        {
            int next;
            if (IsTie(end) || (IsAnd(end) && !Items[end + 1].Is(Traits.Pronoun)))
                next = SkipNoun(end + 1, to);
            else
                break;
            if (next == end + 1 || (IsAnd(end) && next < to && Items[next].Is(Traits.Finite | Traits.Ed)))
                break;
            if (IsTie(end) && !Says(end, "of") && Items[end + 1].Is(Traits.Time))
                break;
            end = next;
        }
        return end;
    }

    public bool IsAnd(int at) => Items[at].Is(Traits.Coordinator) && (Says(at, "and") || Says(at, "&") || Says(at, "or"));

    public bool IsTie(int at) => Items[at].Is(Traits.Preposition) && (Says(at, "of") || Says(at, "for") || Says(at, "at") || Says(at, "in") || Says(at, "from") || Says(at, "with") || Says(at, "on") || Says(at, "near") || Says(at, "against") || Says(at, "to") || Says(at, "about"));

    /// <summary>The first item of the noun phrase that ends here, or -1.</summary>
    public int NounBack(int last, int from)
    {
        if (last < from)
            return -1;
        if (Items[last].Is(Traits.Pronoun) && Items[last].Kind == ItemKind.Word)
            return last;
        if (Items[last].Is(Traits.ObjectPronoun) && !Items[last].Is(Traits.Determiner))
            return -1;
        var at = last;
        var start = -1;
        while (at >= from)
        {
            ref readonly var item = ref Items[at];
            if (at < last && IsAnd(at) && at > from && Items[at + 1].IsWord && !Items[at + 1].Is(Traits.Determiner) && Items[at - 1].Kind == ItemKind.Word && Items[at - 1].IsCapital == Items[at + 1].IsCapital && IsNominal(at - 1, from))
            {
                at--;
                continue;
            }
            if (!IsNominal(at, from))
                break;
            if (at < last && item.Is(Traits.Time) && !Items[at + 1].Is(Traits.Time) && Items[at + 1].Kind != ItemKind.Clitic && !item.Is(Traits.Determiner))
                break;
            if (at < last && item.Is(Traits.Document | Traits.Post) && !item.IsCapital && Items[at + 1].Is(Traits.Capital))
                break;
            start = at;
            if (item.Is(Traits.Determiner) && !item.IsCapital && !(at > from && Items[at - 1].Is(Traits.Determiner)))
                break;
            if (item.Is(Traits.Determiner) && at > from && item.IsCapital && !Items[at - 1].IsCapital && !Items[at - 1].Is(Traits.Determiner))
                break;
            at--;
        }
        return start;
    }

    /// <summary>The first item of the noun phrase with its ties: <c>a spokesman for the embassy in Paris</c>, <c>people who work there</c>.</summary>
    public int NounChainBack(int last, int from)
    {
        var start = NounBack(last, from);
        for (var guard = 0; start > from && guard < 8; guard++)
        {
            var before = start - 1;
            if (before > from && (IsTie(before) || (Says(before, "by") && Items[before - 1].Is(Traits.Document | Traits.Figures))))
            {
                var wider = NounBack(before - 1, from);
                if (wider < 0 || Items[before - 1].Is(Traits.Time) || Items[before - 1].Kind == ItemKind.Comma)
                    return start;
                start = wider;
            }
            else if (IsAnd(before) && before > from && !Items[start].Is(Traits.Pronoun))
            {
                var wider = NounChainBack(before - 1, from);
                if (wider < 0 || !StartsClause(wider, from))
                    return start;
                return wider;
            }
            else if (ReducedRelative(before, from) is var head and >= 0)
            {
                start = head;
            }
            else
            {
                return start;
            }
        }
        return start;
    }

    private bool StartsClause(int at, int from) =>
        at == from || Items[at - 1].Kind is not (ItemKind.Word or ItemKind.Number or ItemKind.Clitic) || Items[at - 1].Is(Traits.Subordinator | Traits.Coordinator | Traits.That) || Says(at - 1, "both");

    // "people who work at", "a letter seen by", "figures to be published": back to the noun that it describes.
    private int ReducedRelative(int before, int from)
    {
        for (var at = before; at > from && before - at < 14; at--)
        {
            ref readonly var item = ref Items[at];
            if (item.Is(Traits.Coordinator) && !item.IsCapital)
                return -1;
            if (item.Kind is ItemKind.Comma or ItemKind.Colon or ItemKind.Semicolon or ItemKind.Dash or ItemKind.Quote || item.Is(Traits.Subordinator) && !item.Is(Traits.Preposition | Traits.Wh))
                return -1;
            var describes =
                item.Is(Traits.Relative)
                || (item.Is(Traits.Ed | Traits.Ing) && !item.Is(Traits.Auxiliary) && before - at < 6 && !Items[at - 1].Is(Functional | Traits.Adverb | Traits.Capital) && (item.Is(Traits.Ing) || Items[at + 1].Is(Traits.Preposition)))
                || (item.Is(Traits.To) && Items[at + 1].Is(Traits.Be));
            if (describes && IsNominal(at - 1, from))
                return NounBack(at - 1, from);
            if (item.Is(Traits.Pronoun))
                return -1;
        }
        return -1;
    }

    /// <summary>The first item of the verb group that ends with this verb: <c>has also said</c>.</summary>
    public int VerbGroup(int verb, int from)
    {
        var at = verb;
        while (at > from)
        {
            var before = Items[at - 1];
            if (before.Kind == ItemKind.Clitic)
            {
                if (at >= 2 && Items[at - 2].Is(Traits.Pronoun) && before.Is(Traits.Auxiliary))
                    at--;
                else
                    break;
            }
            else if (before.Kind == ItemKind.Word && before.Is(Traits.Auxiliary | Traits.Be | Traits.Have | Traits.Modal | Traits.Negation | Traits.Adverb | Traits.To) && !(before.IsCapital && at - 1 > from))
            {
                at--;
            }
            else
            {
                break;
            }
        }
        return at;
    }

    /// <summary>Whether a finite verb stands in a run of items.</summary>
    public bool HasFinite(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            ref readonly var item = ref Items[at];
            if (item.Kind == ItemKind.Quote && item.Finite && item.Words > 2)
                return true;
            if (IsFinite(at, from))
                return true;
        }
        return false;
    }

    /// <summary>Whether a word is a finite verb, as far as its neighbours tell.</summary>
    public bool IsFinite(int at, int from)
    {
        ref readonly var item = ref Items[at];
        if (item.Kind == ItemKind.Clitic)
            return item.Is(Traits.Auxiliary) && (item.End - item.Start > 2 || at > from && Items[at - 1].Is(Traits.Pronoun | Traits.Wh));
        if (item.Kind != ItemKind.Word || (item.IsCapital && at > from))
            return false;
        if (item.Is(Traits.Finite))
            return !(item.Is(Traits.Past) && !item.Is(Traits.Auxiliary) && at > from && Items[at - 1].Is(Traits.Be | Traits.Have | Traits.Determiner));
        if (at == from)
            return false;
        var before = Items[at - 1];
        if (item.Is(Traits.Ed))
            return (before.IsWord || before.Kind is ItemKind.Bracket or ItemKind.Comma or ItemKind.Quote) && !before.Is(Traits.Be | Traits.Have | Traits.Determiner | Traits.Adjective | Traits.Preposition) && !(at + 1 < Items.Length && (Says(at + 1, "by") || (item.Cue is null && IsBareNoun(at + 1) && !before.IsCapital && !before.Is(Traits.People | Traits.Relative))));
        if (item.Is(Traits.Third))
            return before.IsWord && !before.Is(Traits.Determiner | Traits.Adjective | Traits.Preposition | Traits.Coordinator) && !(at + 1 < Items.Length && Says(at + 1, "of"));
        if (item.Is(Traits.Base) && before.Kind == ItemKind.Word && !before.Is(Functional | Traits.Determiner | Traits.Adjective | Traits.Ing) && at + 1 < Items.Length && Items[at + 1].Is(Traits.Determiner | Traits.ObjectPronoun | Traits.Possessive) && before.Kind == ItemKind.Word)
            return true;
        if (item.Traits == Traits.None && before.Kind == ItemKind.Word && Words(at) is [.., not 's', 's'] && !before.Is(Functional | Traits.Determiner | Traits.Adjective) && at + 1 < Items.Length && Items[at + 1].Is(Traits.Determiner | Traits.ObjectPronoun))
            return true;
        return item.Is(Traits.Base) && (before.Is(Traits.Pronoun | Traits.People | Traits.Relative) || (before.IsWord && before.Kind == ItemKind.Word && Words(at - 1) is [.., 's'] && !before.Is(Functional)));
    }
}
