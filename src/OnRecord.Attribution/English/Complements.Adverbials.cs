using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Complements
{
    private int SkipAdverbs(int at, int to)
    {
        while (
            at < to
            && Items[at].Kind == ItemKind.Word
            && Items[at].Is(Traits.Adverb)
            && !Items[at].IsCapital
            && !Items[at].Is(Traits.Subordinator | Traits.Determiner | Traits.Coordinator | Traits.Negation)
        )
            at++;
        return at < to && grammar.Says(at, "out") ? at + 1 : at;
    }

    private bool IsTimePhrase(int at, int to) =>
        Items[at].Is(Traits.Time)
        || (
            Items[at].Is(Traits.Adjective | Traits.Determiner | Traits.Adverb)
            && at + 1 < to
            && Items[at + 1].Is(Traits.Time)
        );

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
        if (
            item.Is(Traits.Ing)
            && (
                grammar.Says(at, "using")
                || grammar.Says(at, "citing")
                || grammar.Says(at, "referring")
                || grammar.Says(at, "speaking")
            )
        )
        {
            while (
                at < to
                && Items[at].Kind is not (ItemKind.Colon or ItemKind.Quote or ItemKind.Comma or ItemKind.Stop)
                && !Items[at].Is(Traits.That)
            )
                at++;
            return at;
        }
        if (item.Kind == ItemKind.Bracket)
            return at + 1;
        if (
            item.Kind == ItemKind.Comma
            && at + 2 < to
            && Items[at + 2].Kind == ItemKind.Comma
            && Items[at + 1].Is(Traits.Adverb)
        )
            return at + 3;
        // ", in an interview on Monday, that"
        if (item.Kind == ItemKind.Comma && at + 1 < to && Items[at + 1].Is(Traits.Preposition | Traits.Ing))
        {
            var close = at + 1;
            while (
                close < to
                && close - at < 20
                && Items[close].Kind is not (ItemKind.Comma or ItemKind.Semicolon or ItemKind.Stop)
            )
                close++;
            if (
                close + 1 < to
                && Items[close].Kind == ItemKind.Comma
                && (Items[close + 1].Is(Traits.That) || Items[close + 1].Kind == ItemKind.Quote)
            )
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
        grammar.Says(at, "conference")
        || grammar.Says(at, "hearing")
        || grammar.Says(at, "phone")
        || grammar.Says(at, "court")
        || grammar.Says(at, "rally")
        || grammar.Says(at, "meeting")
        || grammar.Says(at, "reporters")
        || grammar.Says(at, "condition")
        || grammar.Says(at, "response")
        || grammar.Says(at, "twitter")
        || grammar.Says(at, "facebook");
}
