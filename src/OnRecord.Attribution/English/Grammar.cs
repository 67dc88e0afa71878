using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Noun phrases and verb groups of one sentence, told by their words alone.</summary>
internal sealed partial class Grammar(Story story)
{
    private const Traits Functional =
        Traits.Preposition
        | Traits.Coordinator
        | Traits.Subordinator
        | Traits.Auxiliary
        | Traits.Be
        | Traits.Have
        | Traits.Modal
        | Traits.To
        | Traits.Negation
        | Traits.Pronoun
        | Traits.Relative
        | Traits.Wh;

    public Item[] Items => story.Items;

    public ReadOnlySpan<char> Words(int at) => story.Text.AsSpan(Items[at].Start, Items[at].End - Items[at].Start);

    public bool Says(int at, string word) =>
        (uint)at < (uint)Items.Length
        && Items[at].End - Items[at].Start == word.Length
        && Words(at).Equals(word, StringComparison.OrdinalIgnoreCase);

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
            return !item.Is(Traits.Pronoun | Traits.Coordinator)
                && !(item.Is(Functional) && Words(at).Length < 4 && !item.Is(Traits.Acronym | Traits.Organisation));
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
            return at == from
                || !Items[at - 1].IsWord
                || Items[at - 1].Is(Traits.Determiner | Traits.Adjective | Traits.Preposition)
                || IsModifier(at, from);
        return true;
    }

    // "the leaked letter", "armed men": a participle before a noun and not behind one.
    private bool IsModifier(int at, int from)
    {
        if (
            at + 1 >= Items.Length
            || !Items[at + 1].IsWord
            || Items[at + 1].Is(Functional | Traits.Determiner | Traits.Adverb | Traits.Past | Traits.Time)
        )
            return false;
        return at == from
            || !Items[at - 1].IsWord
            || Items[at - 1]
                .Is(Traits.Determiner | Traits.Adjective | Traits.Preposition | Traits.Coordinator | Traits.Adverb);
    }

    /// <summary>The item after the noun phrase that begins here, or the same item where none does.</summary>
    public int SkipNoun(int at, int to)
    {
        var start = at;
        if (at >= to)
            return at;
        if (
            Items[at].Is(Traits.Pronoun | Traits.ObjectPronoun)
            && !Items[at].Is(Traits.Determiner)
            && Items[at].Kind == ItemKind.Word
        )
            return at + 1;
        if (
            Items[at].Is(Traits.ObjectPronoun)
            && at + 1 < to
            && (!IsNominal(at + 1, start) || Items[at + 1].Is(Traits.Determiner | Traits.Finite))
        )
            return at + 1;
        while (at < to && Items[at].Is(Traits.Determiner) && Items[at].Kind is ItemKind.Word or ItemKind.Number)
            at++;
        var head = at;
        while (at < to)
        {
            ref readonly var item = ref Items[at];
            if (
                !IsNominal(at, start)
                || (at > head && item.Is(Traits.Determiner) && !item.IsCapital && Items[at - 1].Kind != ItemKind.Clitic)
            )
                break;
            if (at > head && item.Is(Traits.Third) && !item.IsCapital && !NounFollows(at, to))
                break;
            if (
                item.Kind == ItemKind.Clitic
                && (at + 1 >= to || !IsNominal(at + 1, start) || Items[at + 1].Is(Traits.Determiner))
            )
                break;
            at++;
            if (
                at + 1 < to
                && IsAnd(at)
                && Items[at - 1].IsCapital
                && Items[at + 1].IsCapital
                && Items[at + 1].Kind == ItemKind.Word
            )
                at++;
        }
        return at == head && head > start && !Items[start].Is(Traits.Determiner) ? start : at;
    }

    private bool NounFollows(int at, int to) =>
        at + 1 < to
        && (Items[at + 1].Is(Traits.Finite | Traits.Preposition) || Items[at + 1].Kind == ItemKind.Clitic)
        && !Items[at].Is(Traits.Base);

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

    public bool IsAnd(int at) =>
        Items[at].Is(Traits.Coordinator) && (Says(at, "and") || Says(at, "&") || Says(at, "or"));

    public bool IsTie(int at) =>
        Items[at].Is(Traits.Preposition)
        && (
            Says(at, "of")
            || Says(at, "for")
            || Says(at, "at")
            || Says(at, "in")
            || Says(at, "from")
            || Says(at, "with")
            || Says(at, "on")
            || Says(at, "near")
            || Says(at, "against")
            || Says(at, "to")
            || Says(at, "about")
        );
}
