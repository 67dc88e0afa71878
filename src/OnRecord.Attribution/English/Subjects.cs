using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds who speaks: the noun phrase that a verb has as its subject.</summary>
internal sealed class Subjects(Grammar grammar)
{
    private Item[] Items => grammar.Items;

    /// <summary>The subject that stands before a verb group, or null.</summary>
    public Mention? Before(int verb, int from)
    {
        var last = verb - 1;
        if (last < from)
            return null;
        if (Items[last].Kind == ItemKind.Comma)
            return BehindComma(last, from);
        if (Items[last].Kind == ItemKind.Dash)
            return BehindDash(last, from);
        if (Items[last].Is(Traits.Relative) && Items[last].Kind == ItemKind.Word)
        {
            var end = last - 1;
            if (end > from && Items[end].Kind == ItemKind.Comma)
                end--;
            var head = grammar.NounChainBack(end, from);
            return head < 0 ? null : Mention.Plain(head, end + 1);
        }
        if (Items[last].Is(Traits.Coordinator))
            return null;
        var start = grammar.NounChainBack(last, from);
        if (start < 0 || !HasHead(start, last + 1))
            return null;
        start = Widen(start, from);
        return Mention.Plain(start, last + 1);
    }

    // "Alia Salem, 32 ," and "the president of X, John Smith said": a title before the name is part of it.
    private int Widen(int start, int from)
    {
        if (start - 2 < from || Items[start - 1].Kind != ItemKind.Comma || !Items[start].IsCapital)
            return start;
        var title = grammar.NounChainBack(start - 2, from);
        return
            title >= 0
            && (title == from || Items[title - 1].Kind is ItemKind.Comma)
            && Items[title].Is(Traits.Determiner)
            && HasRole(title, start - 1)
            && !grammar.HasFinite(title, start - 1)
            ? title
            : start;
    }

    private bool HasRole(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Items[at].Is(Traits.Role))
                return true;
        }
        return false;
    }

    private bool HasHead(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (
                Items[at].Is(Traits.Pronoun)
                || (
                    Items[at].Kind == ItemKind.Word
                    && (!Items[at].Is(Traits.Determiner | Traits.Adverb) || Items[at].IsCapital)
                )
            )
                return !(to - from == 1 && Items[at].Is(Traits.Time));
            if (to - from == 1 && Items[at].Is(Traits.Determiner))
                return true;
        }
        return false;
    }

    // "Liu Pengyu, a spokesman for the embassy, said": back over what stands between commas to the name.
    private Mention? BehindComma(int comma, int from)
    {
        Span<int> starts = stackalloc int[8];
        Span<int> ends = stackalloc int[8];
        var count = 0;
        var end = comma;
        for (var at = comma - 1; at >= from - 1 && count < starts.Length; at--)
        {
            var boundary =
                at < from
                || Items[at].Kind is ItemKind.Colon or ItemKind.Semicolon or ItemKind.Dash or ItemKind.Stop
                || (Items[at].Kind == ItemKind.Quote && grammar.IsClausalQuote(at));
            if (!boundary && Items[at].Kind != ItemKind.Comma)
                continue;
            if (end > at + 1)
                (starts[count], ends[count++]) = (at + 1, end);
            end = at;
            if (boundary)
                break;
        }
        for (var anchor = 0; anchor < count; anchor++)
        {
            if (anchor > 0 && !Describes(starts[anchor - 1], ends[anchor - 1]))
                return null;
            var start = grammar.NounChainBack(ends[anchor] - 1, starts[anchor]);
            var fits =
                start >= 0
                && HasHead(start, ends[anchor])
                && (
                    start == starts[anchor]
                    || (
                        Items[start - 1].Is(Traits.Subordinator | Traits.Coordinator | Traits.That | Traits.Adverb)
                        && !Items[start - 1].Is(Traits.Preposition)
                    )
                )
                && !Items[starts[anchor]].Is(Traits.Relative);
            if (!fits)
                continue;
            // Farther left there may be the name that this only describes.
            if (
                anchor + 1 < count
                && start == starts[anchor]
                && Describes(starts[anchor], ends[anchor])
                && Anchors(starts[anchor + 1], ends[anchor + 1])
            )
                continue;
            var to = ends[anchor];
            for (var part = anchor - 1; part >= 0 && IsApposition(starts[part], ends[part]); part--)
                to = ends[part] + 1;
            return new Mention(start, ends[anchor], to);
        }
        return null;
    }

    private bool Anchors(int from, int to)
    {
        var start = grammar.NounChainBack(to - 1, from);
        return start >= 0
            && HasHead(start, to)
            && !Items[to - 1].Is(Traits.Time)
            && (
                start == from
                || (
                    Items[start - 1].Is(Traits.Subordinator | Traits.Coordinator | Traits.That)
                    && !Items[start - 1].Is(Traits.Preposition)
                )
            )
            && !grammar.HasFinite(start, to);
    }

    // Between commas: an apposition, an age, a relative clause, a participle, an adverbial.
    private bool Describes(int from, int to)
    {
        var first = Items[from];
        if (
            first.Kind == ItemKind.Number
            || first.Is(
                Traits.Determiner
                    | Traits.Relative
                    | Traits.Preposition
                    | Traits.Ing
                    | Traits.Ed
                    | Traits.Adverb
                    | Traits.Wh
                    | Traits.Subordinator
            )
        )
            return true;
        return !grammar.HasFinite(from, to);
    }

    private bool IsApposition(int from, int to)
    {
        var first = Items[from];
        if (
            first.Is(Traits.Relative | Traits.Subordinator | Traits.Wh)
            || (first.Is(Traits.Preposition) && !grammar.Says(from, "of"))
            || (first.Is(Traits.Ing | Traits.Ed) && !first.IsCapital)
            || (first.Is(Traits.Adverb) && to - from < 3)
        )
            return false;
        for (var at = from + 1; at < to; at++)
        {
            if (Items[at].Is(Traits.Relative) && Items[at].Kind == ItemKind.Word)
                to = at;
        }
        return !grammar.HasFinite(from, to);
    }

    private Mention? BehindDash(int dash, int from)
    {
        for (var at = dash - 1; at > from && dash - at < 30; at--)
        {
            if (Items[at].Kind != ItemKind.Dash)
                continue;
            var start = grammar.NounChainBack(at - 1, from);
            return start < 0 ? null : new Mention(start, at, at);
        }
        return null;
    }

    /// <summary>The subject that follows its verb: <c>said Sam Reed, a baker</c>.</summary>
    public Mention? After(int at, int to)
    {
        var end = grammar.SkipNounChain(at, to);
        if (end == at || !HasHead(at, end))
            return null;
        // "figures released by the ministry"
        if (
            end + 1 < to
            && Items[end].Is(Traits.Ed)
            && Items[end + 1].Is(Traits.Preposition)
            && grammar.SkipNounChain(end + 2, to) is var wider
            && wider > end + 2
        )
            end = wider;
        var core = end;
        while (end + 1 < to && Items[end].Kind == ItemKind.Comma)
        {
            var next = end + 1;
            while (
                next < to
                && Items[next].Kind
                    is not (
                        ItemKind.Comma
                        or ItemKind.Dash
                        or ItemKind.Colon
                        or ItemKind.Semicolon
                        or ItemKind.Stop
                        or ItemKind.Quote
                    )
            )
                next++;
            if (!IsApposition(end + 1, next) || Items[end + 1].Is(Traits.Coordinator))
                break;
            end = next;
        }
        return new Mention(at, core, end < to && end > core && Items[end].Kind == ItemKind.Comma ? end + 1 : end);
    }

    /// <summary>Whom a participle behind a comma describes: <c>Reed, calling it a disgrace, said</c>; else what the sentence is about.</summary>
    public Mention? Described(int verb, int from)
    {
        if (
            verb - 2 >= from
            && Items[verb - 1].Kind == ItemKind.Comma
            && grammar.NounChainBack(verb - 2, from) is var start
            && start >= from
            && (start == from || Items[start - 1].Kind is ItemKind.Comma)
            && HasHead(start, verb - 1)
        )
            return Mention.Plain(start, verb - 1);
        return Main(from, verb);
    }

    /// <summary>What the sentence is about: its first noun phrase that is followed by a verb, adverbials passed over.</summary>
    public Mention? Main(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Items[at].Kind is ItemKind.Quote)
                return null;
            if (!grammar.IsFinite(at, from))
                continue;
            var verb = grammar.VerbGroup(at, from);
            if (Before(verb, from) is { } subject)
                return subject;
        }
        return null;
    }
}
