using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Grammar
{
    private bool IsBareNoun(int at) =>
        Items[at].Kind == ItemKind.Word
        && !Items[at].IsCapital
        && !Items[at].Is(Functional | Traits.Determiner | Traits.Adverb | Traits.Time | Traits.ObjectPronoun);

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
            else if (
                before.Kind == ItemKind.Word
                && before.Is(
                    Traits.Auxiliary
                        | Traits.Be
                        | Traits.Have
                        | Traits.Modal
                        | Traits.Negation
                        | Traits.Adverb
                        | Traits.To
                )
                && !(before.IsCapital && at - 1 > from)
            )
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
            return item.Is(Traits.Auxiliary)
                && (item.End - item.Start > 2 || at > from && Items[at - 1].Is(Traits.Pronoun | Traits.Wh));
        if (item.Kind != ItemKind.Word || (item.IsCapital && at > from))
            return false;
        if (item.Is(Traits.Finite))
            return !(
                item.Is(Traits.Past)
                && !item.Is(Traits.Auxiliary)
                && at > from
                && Items[at - 1].Is(Traits.Be | Traits.Have | Traits.Determiner)
            );
        if (at == from)
            return false;
        var before = Items[at - 1];
        if (item.Is(Traits.Ed))
            return (before.IsWord || before.Kind is ItemKind.Bracket or ItemKind.Comma or ItemKind.Quote)
                && !before.Is(Traits.Be | Traits.Have | Traits.Determiner | Traits.Adjective | Traits.Preposition)
                && !(
                    at + 1 < Items.Length
                    && (
                        Says(at + 1, "by")
                        || (
                            item.Cue is null
                            && IsBareNoun(at + 1)
                            && !before.IsCapital
                            && !before.Is(Traits.People | Traits.Relative)
                        )
                    )
                );
        if (item.Is(Traits.Third))
            return before.IsWord
                && !before.Is(Traits.Determiner | Traits.Adjective | Traits.Preposition | Traits.Coordinator)
                && !(at + 1 < Items.Length && Says(at + 1, "of"));
        if (
            item.Is(Traits.Base)
            && before.Kind == ItemKind.Word
            && !before.Is(Functional | Traits.Determiner | Traits.Adjective | Traits.Ing)
            && at + 1 < Items.Length
            && Items[at + 1].Is(Traits.Determiner | Traits.ObjectPronoun | Traits.Possessive)
            && before.Kind == ItemKind.Word
        )
            return true;
        if (
            item.Traits == Traits.None
            && before.Kind == ItemKind.Word
            && Words(at) is [.., not 's', 's']
            && !before.Is(Functional | Traits.Determiner | Traits.Adjective)
            && at + 1 < Items.Length
            && Items[at + 1].Is(Traits.Determiner | Traits.ObjectPronoun)
        )
            return true;
        return item.Is(Traits.Base)
            && (
                before.Is(Traits.Pronoun | Traits.People | Traits.Relative)
                || (
                    before.IsWord
                    && before.Kind == ItemKind.Word
                    && Words(at - 1) is [.., 's']
                    && !before.Is(Functional)
                )
            );
    }
}
