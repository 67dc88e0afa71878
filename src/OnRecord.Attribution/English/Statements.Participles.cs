using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Statements
{
    private bool IsPassive(int verb, int group, CueForm form)
    {
        if (form != CueForm.Past)
            return false;
        for (var at = verb - 1; at >= group; at--)
        {
            if (Items[at].Is(Traits.Be))
                return true;
            if (!Items[at].Is(Traits.Adverb | Traits.Negation))
                return false;
        }
        return false;
    }

    // ", adding that", "with Reed saying", "a letter saying", "was quoted as saying"
    private Finding? Participle(int verb, Cue cue, int clause, int from, int to, int sentence, Finding? outer)
    {
        var complement = complements.After(verb, cue, to);
        if (complement.Kind is not (ComplementKind.Clause or ComplementKind.Quote) || verb == from)
            return null;
        if (cue.Is(CueTraits.Noun) && Items[verb - 1].Is(Traits.Determiner | Traits.Adjective))
            return null;
        Mention? source;
        var before = Items[verb - 1];
        // Inside what another says, the subject is that clause's.
        if (outer is not null && outer.Touches(Items[verb]))
            (outer, from) = (null, clause);
        if (
            before.Is(Traits.Preposition)
            && !(
                Items[complement.From - 1].Is(Traits.That)
                || complement.Kind == ComplementKind.Quote
                || grammar.Says(verb - 1, "by")
                || grammar.Says(verb - 1, "as")
                || (cue.Is(CueTraits.Loose) && !cue.Is(CueTraits.Noun) && grammar.Says(verb - 1, "after"))
            )
        )
            return null;
        if (
            before.Kind is ItemKind.Comma or ItemKind.Dash
            || before.Is(Traits.Preposition | Traits.Subordinator | Traits.Coordinator | Traits.Adverb)
        )
        {
            source = Quoted(verb, clause) ?? outer?.Source ?? subjects.Described(verb, from);
        }
        else
        {
            var head = grammar.NounBack(verb - 1, clause);
            if (head < 0)
            {
                source = outer?.Source ?? subjects.Main(from, verb);
            }
            else
            {
                var with = head > clause && grammar.Says(head - 1, "with");
                var issued = Items[verb - 1].Is(Traits.Post | Traits.Document) ? subjects.Main(from, head) : null;
                source =
                    (with && !Items[verb - 1].Is(Traits.Post))
                    || Items[verb - 1].Is(Traits.Organisation | Traits.Outlet | Traits.Country)
                        ? Mention.Plain(head, verb)
                    : issued is { } main
                    && !Items[main.CoreTo - 1].Is(Traits.Document | Traits.Figures)
                    && (with || Items[verb - 1].Is(Traits.Post) || Issues(main.To, head))
                        ? main
                    : Items[verb - 1].Is(Traits.Post | Traits.Document)
                    || Items[head].IsCapital
                    || Items[verb - 1].Is(Traits.People | Traits.Role)
                        ? Mention.Plain(head, verb)
                    : outer?.Source ?? subjects.Main(from, verb);
            }
        }
        return source is null ? null : Right(verb, verb, complement, source, to, sentence);
    }

    // "quoted Reed as saying"
    private Mention? Quoted(int verb, int clause)
    {
        if (!grammar.Says(verb - 1, "as") || verb - 2 < clause)
            return null;
        var start = grammar.NounChainBack(verb - 2, clause);
        return start > clause && Items[start - 1].Cue is { Lemma: "quote" or "cite" }
            ? Mention.Plain(start, verb - 1)
            : null;
    }

    private bool Issues(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (
                grammar.Says(at, "issued")
                || grammar.Says(at, "released")
                || grammar.Says(at, "sent")
                || grammar.Says(at, "published")
                || grammar.Says(at, "wrote")
                || grammar.Says(at, "posted")
                || grammar.Says(at, "signed")
            )
                return true;
        }
        return false;
    }

    // "it was announced by the ministry that", "residents were told that"
    private Finding? Passive(int verb, Cue cue, int group, int clause, int to, int sentence)
    {
        var next = verb + 1;
        Mention? source = null;
        if (next < to && grammar.Says(next, "by"))
        {
            var end = grammar.SkipNounChain(next + 1, to);
            source = end > next + 1 ? Mention.Plain(next + 1, end) : null;
            next = end;
        }
        var complement = complements.After(next - 1, cue, to);
        var impersonal = group > clause && grammar.Says(group - 1, "it");
        if (
            complement.Kind is not (ComplementKind.Clause or ComplementKind.Quote)
            || !(impersonal || (cue.Is(CueTraits.Addressed) && source is not null))
        )
            return null;
        return
            complement.From < to
            && (Items[complement.From - 1].Is(Traits.That) || complement.Kind == ComplementKind.Quote)
            ? Right(verb, group, complement, source, to, sentence)
            : null;
    }
}
