using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds where a clause that is said ends.</summary>
internal sealed class Extents(Grammar grammar, Complements complements)
{
    private Item[] Items => grammar.Items;

    // Of the clause that was looked at last, where no dash makes its end depend on its beginning.
    private (int From, int To, int End) last = (int.MaxValue, 0, 0);

    /// <summary>The item after the last of a clause that begins here.</summary>
    public int End(int from, int to)
    {
        // A clause within the last one, not right before its end, ends with it.
        if (to == last.To && from > last.From && from + 3 < last.End)
            return last.End;
        var end = Look(from, to);
        last = (HasDash(from, to) ? int.MaxValue : from, to, end);
        return end;
    }

    private bool HasDash(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Items[at].Kind == ItemKind.Dash)
                return true;
        }
        return false;
    }

    private int Look(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            switch (Items[at].Kind)
            {
                case ItemKind.Semicolon:
                    return at;
                case ItemKind.Stop when at == to - 1 || Items[at + 1].Kind == ItemKind.Stop:
                    return at;
                case ItemKind.Dash when IsGloss(at, from, to):
                    return at;
                case ItemKind.Comma when at > from && Stops(at + 1, to):
                    return at;
                case ItemKind.Word
                    when at > from
                        && Items[at].Is(Traits.Coordinator | Traits.Subordinator)
                        && Items[at - 1].Kind != ItemKind.Comma
                        && TurnsAway(at, to):
                    return at;
                case ItemKind.Word when at > from + 2 && grammar.Says(at, "according") && grammar.Says(at + 1, "to"):
                    return at;
            }
        }
        return to;
    }

    // A dash with none to close it brings the writer's gloss.
    private bool IsGloss(int at, int from, int to)
    {
        if (at == from)
            return false;
        for (var later = at + 1; later < to; later++)
        {
            if (Items[later].Kind == ItemKind.Dash)
                return false;
        }
        for (var before = at - 1; before > from; before--)
        {
            if (Items[before].Kind == ItemKind.Dash)
                return false;
        }
        return true;
    }

    private bool Stops(int at, int to)
    {
        if (at >= to)
            return false;
        var next = Items[at];
        if (next.Form == CueForm.Participle && next.Cue is { } cue && !cue.Is(CueTraits.Finding))
            return cue.Lemma is "say" or "add" or "tell" or "comment"
                || complements.After(at, cue, to).Kind is ComplementKind.Clause or ComplementKind.Quote
                || cue.Is(CueTraits.Quoting);
        for (var said = at + 2; grammar.Says(at, "with") && said < to && said < at + 9 && Items[said].IsWord; said++)
        {
            if (Items[said].Form == CueForm.Participle && Items[said].Cue is not null)
                return true;
        }
        if (grammar.Says(at, "according") || (grammar.Says(at, "citing") || grammar.Says(at, "referring")))
            return true;
        return TurnsAway(at, to) || IsTrailing(at, to);
    }

    /// <summary>Whether here another statement begins: <c>and said</c>, <c>while the union claimed</c>.</summary>
    private bool TurnsAway(int at, int to)
    {
        if (
            !(
                Items[at].Is(Traits.Coordinator)
                || grammar.Says(at, "while")
                || grammar.Says(at, "whereas")
                || grammar.Says(at, "although")
            )
        )
            return false;
        var verb = at + 1;
        while (
            verb < to
            && verb < at + 4
            && Items[verb].Is(Traits.Adverb | Traits.Have | Traits.Coordinator)
            && Items[verb].Kind == ItemKind.Word
        )
            verb++;
        if (verb >= to)
            return false;
        if (
            Opens(verb, to)
            || (
                verb == at + 1
                && Items[verb].Form == CueForm.Plain
                && Items[verb].Cue is { } plain
                && plain.Is(CueTraits.Loose)
                && complements.After(verb, plain, to).Kind is ComplementKind.Clause or ComplementKind.Quote
            )
        )
            return true;
        var end = grammar.SkipNounChain(at + 1, to);
        if (end == at + 1 || end - at > 14 || grammar.Says(at + 1, "nobody"))
            return false;
        while (end < to && Items[end].Is(Traits.Adverb | Traits.Have) && Items[end].Kind == ItemKind.Word)
            end++;
        return end < to && Opens(end, to);
    }

    private bool Opens(int verb, int to) =>
        Items[verb].Cue is { } cue
        && (
            Items[verb].Form is CueForm.Past or CueForm.Third
            || (Items[verb].Form == CueForm.Plain && Items[verb - 1].Is(Traits.People))
        )
        && !Items[verb].IsCapital
        && !cue.Is(CueTraits.Finding)
        && complements.After(verb, cue, to) is { Kind: ComplementKind.Clause or ComplementKind.Quote } complement
        && !(
            complement.From < to && Items[complement.From].Is(Traits.Wh) && Items[complement.From].Kind == ItemKind.Word
        );

    /// <summary>Whether these words attribute what stands before them: <c>, the mayor said.</c></summary>
    public bool IsTrailing(int at, int to)
    {
        var end = grammar.SkipNounChain(at, to);
        if (end > at && end < to)
        {
            var verb = end;
            while (verb < to && Items[verb].Is(Traits.Adverb | Traits.Have) && Items[verb].Kind == ItemKind.Word)
                verb++;
            if (
                verb < to
                && Items[verb].Cue is { } cue
                && Items[verb].Form is CueForm.Past or CueForm.Third
                && !cue.Is(CueTraits.Quoting)
                && !Items[verb].IsCapital
            )
                return Closes(complements.After(verb, cue, to), to);
        }
        if (
            Items[at].Cue is { } inverted
            && Items[at].Form is CueForm.Past or CueForm.Third
            && !inverted.Is(CueTraits.Finding | CueTraits.Quoting)
        )
        {
            end = grammar.SkipNounChain(at + 1, to);
            return end > at + 1
                && (
                    end >= to
                    || Items[end].Kind is ItemKind.Comma or ItemKind.Stop or ItemKind.Dash or ItemKind.Semicolon
                )
                && !Items[at + 1].Is(Traits.That);
        }
        return false;
    }

    private bool Closes(Complement complement, int to) =>
        complement.Kind == ComplementKind.None
        && (
            complement.From >= to
            || Items[complement.From].Kind is ItemKind.Comma or ItemKind.Stop or ItemKind.Dash or ItemKind.Semicolon
        );
}
