using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Statements
{
    private Finding? Finite(int verb, Cue cue, int group, int clause, int from, int to, int sentence, Finding? outer)
    {
        var previous = group > clause ? Items[group - 1].Kind : ItemKind.Break;
        var complement = complements.After(verb, cue, to);
        Mention? source = null;
        if (previous == ItemKind.Quote && grammar.IsClausalQuote(group - 1))
        {
            source = subjects.After(verb + 1, to);
            return source is { } quoted && quoted.CoreTo > verb + 1
                ? Left(verb, verb, group, clause, quoted.To, quoted, to, sentence)
                : null;
        }
        var shared = group > clause && Items[group - 1].Is(Traits.Coordinator) && previous == ItemKind.Word;
        source = shared ? Shared(group, clause, from, outer) : subjects.Before(group, clause);
        if (
            source is { } there
            && (grammar.Says(there.From, "there") || (there.From > from && grammar.Says(there.From - 1, "if")))
        )
            return null;
        if (
            cue.Lemma == "tell"
            && complement.Told is null
            && complement.Kind != ComplementKind.Quote
            && !(complement.From < to && Items[complement.From].Is(Traits.Wh))
        )
            return null;
        if (Items[group].Is(Traits.To) && group > clause)
            source = GoesOn(group) ? outer?.Source ?? subjects.Main(clause, group) : null;
        if (
            previous == ItemKind.Comma
            && group == verb
            && Parenthetical(verb, cue, group, clause, to) is { } within
            && Left(verb, verb, group, clause, within.To, within, to, sentence) is { } broken
        )
            return broken;
        if (complement.Kind != ComplementKind.None && source is not null)
        {
            if (!IsVerb(verb, cue, source.Value, complement, group))
                return null;
            if (
                complement.Kind == ComplementKind.Clause
                && IsNegated(group, verb)
                && Items[complement.From].Is(Traits.Wh)
            )
                return null;
            var right = Right(
                verb,
                group,
                complement,
                source,
                Bound(source.Value, group, complement, from, to),
                sentence
            );
            if (
                right is not null
                && complement.Kind == ComplementKind.Quote
                && LeftQuote(source.Value.From, clause) is { } opening
            )
                right.Content.Insert(0, opening);
            return right;
        }
        if (cue.Lemma is "quote" or "cite" && QuotedAsSaying(verb, to) is { } said)
            return Left(verb, group, source?.From ?? group, clause, to, said, to, sentence);
        if (
            Items[verb].Form == CueForm.Participle
            && previous != ItemKind.Quote
            && complement.Kind == ComplementKind.None
        )
            return null;
        if (
            source is { } before
            && complement.Kind == ComplementKind.None
            && !shared
            && IsVerb(verb, cue, before, complement, group)
        )
        {
            if (AsClause(before, clause, complement.From, to) is { } body)
                return Right(
                    verb,
                    group,
                    new Complement(ComplementKind.Clause, body, complement.Told),
                    before,
                    to,
                    sentence
                );
            if (Left(verb, group, before.From, clause, complement.From, before, to, sentence) is { } left)
            {
                left.Told = complement.Told;
                return left;
            }
        }
        return
            previous == ItemKind.Comma
            && !cue.Is(CueTraits.Addressed)
            && InvertedAfter(verb, cue, group, clause, to) is { } inverted
            ? Left(verb, verb, group, clause, inverted.To, inverted, to, sentence)
            : null;
    }

    // "went on to say", "took to the radio to say"
    private bool GoesOn(int to)
    {
        for (var at = to - 1; at >= 0 && to - at < 6; at--)
        {
            if (
                grammar.Says(at, "went")
                || grammar.Says(at, "goes")
                || grammar.Says(at, "continued")
                || grammar.Says(at, "took")
                || grammar.Says(at, "came")
                || grammar.Says(at, "used")
                || grammar.Says(at, "takes")
            )
                return true;
        }
        return false;
    }

    // "The city, said Costa, has acted": its subject follows between the commas.
    private Mention? Parenthetical(int verb, Cue cue, int group, int clause, int to)
    {
        if (
            cue.Is(CueTraits.Addressed | CueTraits.Finding) && cue.Lemma != "warn"
            || Items[verb].Form is CueForm.Participle
            || verb + 1 >= to
            || Items[verb + 1].Is(Traits.That)
        )
            return null;
        return
            subjects.After(verb + 1, to) is { } after
            && after.To < to
            && (Items[after.CoreTo].Kind == ItemKind.Comma)
            && !grammar.HasFinite(verb + 1, after.CoreTo)
            && subjects.Before(group, clause) is { } before
            && before.CoreTo == group - 1
            && before.From == clause
            ? after
            : null;
    }

    // "the agency quoted Reed as saying."
    private Mention? QuotedAsSaying(int verb, int to)
    {
        var end = grammar.SkipNounChain(verb + 1, to);
        return end > verb + 1 && end + 1 < to && grammar.Says(end, "as") && grammar.Says(end + 1, "saying")
            ? Mention.Plain(verb + 1, end)
            : null;
    }

    // "As Reed told the paper, the bridge was safe."
    private int? AsClause(Mention subject, int clause, int after, int to) =>
        subject.From == clause + 1
        && grammar.Says(clause, "as")
        && after + 1 < to
        && Items[after].Kind == ItemKind.Comma
            ? after + 1
            : null;

    // "While the mayor said it was safe, residents": what a subordinate or relative clause says ends with that clause.
    private int Bound(Mention source, int group, Complement complement, int from, int to)
    {
        var relative = Items[group - 1].Is(Traits.Relative) || grammar.Says(source.From, "whose");
        var nonrestrictive =
            relative
            && (source.CoreTo < group - 1 || (source.From > from && Items[source.From - 1].Kind == ItemKind.Comma));
        var subordinate = source.From == from + 1 && Items[from].Is(Traits.Subordinator) && !grammar.Says(from, "so");
        if (!nonrestrictive && !subordinate)
            return to;
        for (var at = complement.From + 1; at < to; at++)
        {
            if (Items[at].Kind == ItemKind.Comma)
                return at;
        }
        return to;
    }

    private bool IsNegated(int group, int verb)
    {
        for (var at = group; at < verb; at++)
        {
            if (Items[at].Is(Traits.Negation))
                return true;
        }
        return false;
    }

    private Mention? InvertedAfter(int verb, Cue cue, int group, int clause, int to)
    {
        if (group != verb || cue.Is(CueTraits.Quoting) || group < clause + 2)
            return null;
        var quoted = Items[group - 2].Kind == ItemKind.Quote;
        if (!quoted && !grammar.HasFinite(clause, group - 1) && Items[clause].Is(Traits.Determiner))
            return null;
        return
            subjects.After(verb + 1, to) is { } after
            && (after.To >= to || Items[after.To].Kind is not ItemKind.Word || !Items[after.To].Is(Traits.Finite))
            ? after
            : null;
    }

    private Mention? Shared(int group, int clause, int from, Finding? outer)
    {
        if (group <= from || !Items[group - 1].Is(Traits.Coordinator))
            return null;
        return outer?.Source ?? subjects.Main(clause, group - 1) ?? subjects.Main(from, group - 1);
    }
}
