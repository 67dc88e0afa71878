using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Statements
{
    private Finding? Right(int verb, int group, Complement complement, Mention? source, int to, int sentence)
    {
        var from = complement.From;
        if (from >= to)
            return null;
        var end = complement.Kind == ComplementKind.Quote ? QuoteEnd(from, to) : extents.End(from, to);
        while (end > from && Items[end - 1].Kind is ItemKind.Comma or ItemKind.Stop)
            end--;
        if (end <= from)
            return null;
        return new Finding
        {
            Sentence = sentence,
            Content = [new Span(Items[from].Start, Items[end - 1].End)],
            Source = source,
            CueFrom = group,
            CueTo = verb,
            ClauseFrom = from,
            Told = complement.Told,
        };
    }

    private int QuoteEnd(int from, int to)
    {
        var end = from + 1;
        while (
            end < to
            && (
                Items[end].Kind == ItemKind.Quote
                || (Items[end].Kind == ItemKind.Bracket && end + 1 < to && Items[end + 1].Kind == ItemKind.Quote)
            )
        )
            end++;
        // “one thing” and “another”, “one thing” after all: what is not parted by a comma belongs to it.
        if (
            end < to
            && Items[end - 1].Ending == '\0'
            && Items[end].Kind == ItemKind.Word
            && !Items[end - 1].Open
            && !grammar.IsFinite(end, from)
        )
            return extents.End(from, to);
        return end;
    }

    private Span? LeftQuote(int at, int clause)
    {
        var last = at - 1;
        if (last >= clause && Items[last].Kind == ItemKind.Comma)
            last--;
        return last >= clause && grammar.IsClausalQuote(last) ? new Span(Items[last].Start, Items[last].End) : null;
    }

    // The statement stands before its verb; a second part may follow: “The bridge,” she said, “is safe.”
    private Finding? Left(int verb, int cue, int edge, int clause, int after, Mention source, int to, int sentence)
    {
        var last = edge - 1;
        if (last < clause)
            return null;
        if (Items[last].Kind is ItemKind.Comma or ItemKind.Dash)
            last--;
        else if (Items[last].Kind != ItemKind.Quote)
            return null;
        if (last < clause)
            return null;
        var start = clause;
        while (
            start < last
            && (Items[start].Is(Traits.Coordinator) || Items[start].Kind is ItemKind.Comma or ItemKind.Dash)
        )
            start++;
        if (Items[last].Kind == ItemKind.Quote && grammar.IsClausalQuote(last))
        {
            for (var at = last - 1; at >= start; at--)
            {
                if (
                    Items[at].Kind is ItemKind.Colon
                    || (Items[at].Kind == ItemKind.Quote && grammar.IsClausalQuote(at) && at + 1 == last)
                )
                {
                    start = Items[at].Kind == ItemKind.Colon ? at + 1 : at;
                    break;
                }
            }
        }
        else if (
            !grammar.HasFinite(start, last + 1)
            && !Resumes(after, to)
            && !(after == to && Items[to - 1].Kind != ItemKind.Stop)
        )
        {
            return null;
        }
        if (
            Blocked(after)
            || (
                Items[last].Kind != ItemKind.Quote
                && Items[verb].Cue is { } only
                && only.Is(CueTraits.Quoting)
                && !only.Is(~CueTraits.Quoting)
            )
        )
            return null;
        var content = new List<Span> { new(Items[start].Start, Items[last].End) };
        var clauseFrom = start;
        if (Second(after, to, grammar.HasFinite(start, last + 1)) is { } second)
        {
            var end = Items[second].Kind == ItemKind.Quote ? QuoteEnd(second, to) : extents.End(second, to);
            while (end > second && Items[end - 1].Kind is ItemKind.Comma or ItemKind.Stop)
                end--;
            if (end > second)
                content.Add(new Span(Items[second].Start, Items[end - 1].End));
        }
        return new Finding
        {
            Sentence = sentence,
            Content = content,
            Source = source,
            CueFrom = Math.Min(cue, verb),
            CueTo = verb,
            ClauseFrom = clauseFrom,
        };

        bool Blocked(int at) =>
            at < to
            && Items[at].Kind == ItemKind.Word
            && !complements.IsCommunicative(at, to)
            && !Items[at]
                .Is(
                    Traits.Preposition
                        | Traits.Subordinator
                        | Traits.Adverb
                        | Traits.Ing
                        | Traits.Coordinator
                        | Traits.Time
                        | Traits.To
                        | Traits.Wh
                )
            && Items[last].Kind != ItemKind.Quote;
    }

    private bool Resumes(int after, int to) =>
        after + 1 < to
        && Items[after].Kind == ItemKind.Comma
        && grammar.HasFinite(after + 1, to)
        && !Items[after + 1].Is(Traits.Relative | Traits.Ing);

    private int? Second(int after, int to, bool whole)
    {
        var at = after;
        while (
            at < to
            && at < after + 14
            && Items[at].Kind
                is not (
                    ItemKind.Comma
                    or ItemKind.Colon
                    or ItemKind.Quote
                    or ItemKind.Stop
                    or ItemKind.Semicolon
                    or ItemKind.Dash
                )
        )
            at++;
        if (
            at > 0
            && at == after
            && Items[at - 1].Kind == ItemKind.Comma
            && at < to
            && Items[at].Kind == ItemKind.Quote
        )
            return at;
        if (at + 1 >= to || Items[at].Kind is not (ItemKind.Comma or ItemKind.Colon or ItemKind.Dash))
            return at < to && Items[at].Kind == ItemKind.Quote && grammar.IsClausalQuote(at) && at > after ? at : null;
        var next = Items[at + 1];
        if (next.Kind == ItemKind.Quote)
            return at + 1;
        if (next.Is(Traits.Relative) && Items[at].Kind == ItemKind.Comma)
        {
            var close = at + 1;
            while (close < to && close - at < 24 && Items[close].Kind is not (ItemKind.Comma or ItemKind.Quote))
                close++;
            return close + 1 < to && Items[close].Kind == ItemKind.Comma && Items[close + 1].Kind == ItemKind.Quote
                ? close + 1
                : null;
        }
        if (
            Items[at].Kind == ItemKind.Comma
            && at == after
            && (
                grammar.Says(at + 1, "because")
                || grammar.Says(at + 1, "although")
                || grammar.Says(at + 1, "though")
                || grammar.Says(at + 1, "unless")
                || grammar.Says(at + 1, "if")
            )
            && grammar.HasFinite(at + 2, to)
        )
            return at + 1;
        if (
            Items[at].Kind != ItemKind.Comma
            || !next.IsWord
            || next.Is(Traits.Relative | Traits.Ing | Traits.Preposition | Traits.Subordinator | Traits.Wh)
            || (next.Cue is not null && !next.Is(Traits.Determiner))
        )
            return null;
        if (at > after || Items[at - 1].Kind == ItemKind.Quote)
            return null;
        // "and left" is what the speaker did; "and had left" goes on.
        if (next.Is(Traits.Coordinator))
            return at + 2 < to && Items[at + 2].Is(Traits.Past | Traits.Ed) && !Items[at + 2].Is(Traits.Auxiliary)
                ? null
                : at + 1;
        return grammar.IsFinite(at + 1, at) || (!whole && grammar.HasFinite(at + 1, to)) ? at + 1 : null;
    }
}
