using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Grammar
{
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
            if (
                at < last
                && IsAnd(at)
                && at > from
                && Items[at + 1].IsWord
                && !Items[at + 1].Is(Traits.Determiner)
                && Items[at - 1].Kind == ItemKind.Word
                && Items[at - 1].IsCapital == Items[at + 1].IsCapital
                && IsNominal(at - 1, from)
            )
            {
                at--;
                continue;
            }
            if (!IsNominal(at, from))
                break;
            if (
                at < last
                && item.Is(Traits.Time)
                && !Items[at + 1].Is(Traits.Time)
                && Items[at + 1].Kind != ItemKind.Clitic
                && !item.Is(Traits.Determiner)
            )
                break;
            if (
                at < last
                && item.Is(Traits.Document | Traits.Post)
                && !item.IsCapital
                && Items[at + 1].Is(Traits.Capital)
            )
                break;
            start = at;
            if (item.Is(Traits.Determiner) && !item.IsCapital && !(at > from && Items[at - 1].Is(Traits.Determiner)))
                break;
            if (
                item.Is(Traits.Determiner)
                && at > from
                && item.IsCapital
                && !Items[at - 1].IsCapital
                && !Items[at - 1].Is(Traits.Determiner)
            )
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
            if (
                before > from
                && (IsTie(before) || (Says(before, "by") && Items[before - 1].Is(Traits.Document | Traits.Figures)))
            )
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
        at == from
        || Items[at - 1].Kind is not (ItemKind.Word or ItemKind.Number or ItemKind.Clitic)
        || Items[at - 1].Is(Traits.Subordinator | Traits.Coordinator | Traits.That)
        || Says(at - 1, "both");

    // "people who work at", "a letter seen by", "figures to be published": back to the noun that it describes.
    private int ReducedRelative(int before, int from)
    {
        for (var at = before; at > from && before - at < 14; at--)
        {
            ref readonly var item = ref Items[at];
            if (item.Is(Traits.Coordinator) && !item.IsCapital)
                return -1;
            if (
                item.Kind is ItemKind.Comma or ItemKind.Colon or ItemKind.Semicolon or ItemKind.Dash or ItemKind.Quote
                || item.Is(Traits.Subordinator) && !item.Is(Traits.Preposition | Traits.Wh)
            )
                return -1;
            var describes =
                item.Is(Traits.Relative)
                || (
                    item.Is(Traits.Ed | Traits.Ing)
                    && !item.Is(Traits.Auxiliary)
                    && before - at < 6
                    && !Items[at - 1].Is(Functional | Traits.Adverb | Traits.Capital)
                    && (item.Is(Traits.Ing) || Items[at + 1].Is(Traits.Preposition))
                )
                || (item.Is(Traits.To) && Items[at + 1].Is(Traits.Be));
            if (describes && IsNominal(at - 1, from))
                return NounBack(at - 1, from);
            if (item.Is(Traits.Pronoun))
                return -1;
        }
        return -1;
    }
}
