using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds what verbs attribute within one sentence, in every order of subject, verb and statement.</summary>
internal sealed class Statements(Grammar grammar, Subjects subjects, Complements complements, Extents extents, Refusals refusals, Acts acts)
{
    private Item[] Items => grammar.Items;

    /// <summary>The findings of the items from one to another.</summary>
    public void Find(int from, int to, int sentence, List<Finding> findings)
    {
        var first = findings.Count;
        var clause = from;
        Finding? outer = null;
        for (var at = from; at < to; at++)
        {
            ref readonly var item = ref Items[at];
            if (item.Kind != ItemKind.Word)
                continue;
            if (refusals.At(at, clause, to, sentence, group => Shared(group, clause, from, outer)) is { } refusal)
            {
                findings.Add(refusal);
                outer = refusal;
                continue;
            }
            if (acts.At(at, clause, to, sentence, group => Shared(group, clause, from, outer)) is { } act)
            {
                findings.Add(act);
                outer ??= act;
                continue;
            }
            if (item.Cue is not { } cue || (item.IsCapital && at > from))
                continue;
            if (Attributes(at, cue, clause, from, to, sentence, outer) is not { } finding || IsRepeat(finding, findings, first))
                continue;
            findings.Add(finding);
            if (outer is null || !outer.Touches(item))
                outer = finding;
            if (finding.ClauseFrom > at)
                clause = finding.ClauseFrom;
        }
    }

    private static bool IsRepeat(Finding finding, List<Finding> findings, int first)
    {
        for (var at = first; at < findings.Count; at++)
        {
            if (findings[at].Content[0] == finding.Content[0])
                return true;
        }
        return false;
    }

    private Finding? Attributes(int verb, Cue cue, int clause, int from, int to, int sentence, Finding? outer)
    {
        var form = Items[verb].Form;
        var group = grammar.VerbGroup(verb, clause);
        if (form == CueForm.Participle && (verb == group || !Items[verb - 1].Is(Traits.Be)))
            return Participle(verb, cue, clause, from, to, sentence, outer);
        if (IsPassive(verb, group, form))
            return Passive(verb, cue, group, clause, to, sentence);
        if (form == CueForm.Plain && !IsPlainVerb(verb, group, cue, clause))
            return null;
        if (IsTentative(group, verb) || IsCaused(group, clause) || (form == CueForm.Third && group < verb && Items[verb - 1].Is(Traits.Auxiliary | Traits.Be)))
            return null;
        return Finite(verb, cue, group, clause, from, to, sentence, outer);
    }

    private bool IsTentative(int group, int verb)
    {
        for (var at = group; at < verb; at++)
        {
            if (Items[at].Is(Traits.Tentative) && !grammar.Says(at, "would"))
                return true;
        }
        return false;
    }

    // "to help the council decide whether": a plain verb whose subject only helps.
    private bool IsCaused(int group, int clause)
    {
        for (var at = group - 1; at >= clause && group - at < 8; at--)
        {
            if (Items[at].Kind is not ItemKind.Word)
                return false;
            if (grammar.Says(at, "help") || grammar.Says(at, "let") || grammar.Says(at, "make") || grammar.Says(at, "helped") || grammar.Says(at, "made") || grammar.Says(at, "lets"))
                return true;
        }
        return false;
    }

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

    private bool IsPlainVerb(int verb, int group, Cue cue, int clause)
    {
        for (var at = group; at < verb; at++)
        {
            if (Items[at].Is(Traits.To | Traits.Modal | Traits.Auxiliary))
                return true;
        }
        if (group == clause || cue.Is(CueTraits.Finding) && !cue.Is(CueTraits.Loose | CueTraits.Transitive))
            return false;
        var before = Items[group - 1];
        if (before.Is(Traits.Possessive))
            return false;
        return before.Is(Traits.Pronoun | Traits.People | Traits.Relative | Traits.Coordinator)
            || Items[group - 1].Kind is ItemKind.Comma or ItemKind.Quote
            || (before.Kind == ItemKind.Word && grammar.Words(group - 1) is [.., 's'] && (!before.IsCapital || !cue.Is(CueTraits.Noun)))
            || before.Is(Traits.Figures | Traits.Document)
            || (subjects.Before(group, clause) is { } subject && IsPlural(subject));
    }

    // "doctors at the clinic say": the noun before its ties counts.
    private bool IsPlural(Mention subject)
    {
        var at = subject.From;
        while (at + 1 < subject.CoreTo && !Items[at + 1].Is(Traits.Preposition | Traits.Relative))
        {
            if (grammar.IsAnd(at))
                return true;
            at++;
        }
        return Items[at].Is(Traits.People) || (!Items[at].IsCapital && grammar.Words(at) is [.., not 's', 's']);
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
        if (before.Is(Traits.Preposition) && !(Items[complement.From - 1].Is(Traits.That) || complement.Kind == ComplementKind.Quote || grammar.Says(verb - 1, "by") || grammar.Says(verb - 1, "as") || (cue.Is(CueTraits.Loose) && !cue.Is(CueTraits.Noun) && grammar.Says(verb - 1, "after"))))
            return null;
        if (before.Kind is ItemKind.Comma or ItemKind.Dash || before.Is(Traits.Preposition | Traits.Subordinator | Traits.Coordinator | Traits.Adverb))
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
                source = (with && !Items[verb - 1].Is(Traits.Post)) || Items[verb - 1].Is(Traits.Organisation | Traits.Outlet | Traits.Country) ? Mention.Plain(head, verb)
                    : issued is { } main && !Items[main.CoreTo - 1].Is(Traits.Document | Traits.Figures) && (with || Items[verb - 1].Is(Traits.Post) || Issues(main.To, head)) ? main
                    : Items[verb - 1].Is(Traits.Post | Traits.Document) || Items[head].IsCapital || Items[verb - 1].Is(Traits.People | Traits.Role) ? Mention.Plain(head, verb)
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
        return start > clause && Items[start - 1].Cue is { Lemma: "quote" or "cite" } ? Mention.Plain(start, verb - 1) : null;
    }

    private bool Issues(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (grammar.Says(at, "issued") || grammar.Says(at, "released") || grammar.Says(at, "sent") || grammar.Says(at, "published") || grammar.Says(at, "wrote") || grammar.Says(at, "posted") || grammar.Says(at, "signed"))
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
        if (complement.Kind is not (ComplementKind.Clause or ComplementKind.Quote) || !(impersonal || (cue.Is(CueTraits.Addressed) && source is not null)))
            return null;
        return complement.From < to && (Items[complement.From - 1].Is(Traits.That) || complement.Kind == ComplementKind.Quote) ? Right(verb, group, complement, source, to, sentence) : null;
    }

    private Finding? Finite(int verb, Cue cue, int group, int clause, int from, int to, int sentence, Finding? outer)
    {
        var previous = group > clause ? Items[group - 1].Kind : ItemKind.Break;
        var complement = complements.After(verb, cue, to);
        Mention? source = null;
        if (previous == ItemKind.Quote && grammar.IsClausalQuote(group - 1))
        {
            source = subjects.After(verb + 1, to);
            return source is { } quoted && quoted.CoreTo > verb + 1 ? Left(verb, verb, group, clause, quoted.To, quoted, to, sentence) : null;
        }
        var shared = group > clause && Items[group - 1].Is(Traits.Coordinator) && previous == ItemKind.Word;
        source = shared ? Shared(group, clause, from, outer) : subjects.Before(group, clause);
        if (source is { } there && (grammar.Says(there.From, "there") || (there.From > from && grammar.Says(there.From - 1, "if"))))
            return null;
        if (cue.Lemma == "tell" && complement.Told is null && complement.Kind != ComplementKind.Quote && !(complement.From < to && Items[complement.From].Is(Traits.Wh)))
            return null;
        if (Items[group].Is(Traits.To) && group > clause)
            source = GoesOn(group) ? outer?.Source ?? subjects.Main(clause, group) : null;
        if (previous == ItemKind.Comma && group == verb && Parenthetical(verb, cue, group, clause, to) is { } within && Left(verb, verb, group, clause, within.To, within, to, sentence) is { } broken)
            return broken;
        if (complement.Kind != ComplementKind.None && source is not null)
        {
            if (!IsVerb(verb, cue, source.Value, complement, group))
                return null;
            if (complement.Kind == ComplementKind.Clause && IsNegated(group, verb) && Items[complement.From].Is(Traits.Wh))
                return null;
            var right = Right(verb, group, complement, source, Bound(source.Value, group, complement, from, to), sentence);
            if (right is not null && complement.Kind == ComplementKind.Quote && LeftQuote(source.Value.From, clause) is { } opening)
                right.Content.Insert(0, opening);
            return right;
        }
        if (cue.Lemma is "quote" or "cite" && QuotedAsSaying(verb, to) is { } said)
            return Left(verb, group, source?.From ?? group, clause, to, said, to, sentence);
        if (Items[verb].Form == CueForm.Participle && previous != ItemKind.Quote && complement.Kind == ComplementKind.None)
            return null;
        if (source is { } before && complement.Kind == ComplementKind.None && !shared && IsVerb(verb, cue, before, complement, group))
        {
            if (AsClause(before, clause, complement.From, to) is { } body)
                return Right(verb, group, new Complement(ComplementKind.Clause, body, complement.Told), before, to, sentence);
            if (Left(verb, group, before.From, clause, complement.From, before, to, sentence) is { } left)
            {
                left.Told = complement.Told;
                return left;
            }
        }
        return previous == ItemKind.Comma && !cue.Is(CueTraits.Addressed) && InvertedAfter(verb, cue, group, clause, to) is { } inverted
            ? Left(verb, verb, group, clause, inverted.To, inverted, to, sentence)
            : null;
    }

    // "went on to say", "took to the radio to say"
    private bool GoesOn(int to)
    {
        for (var at = to - 1; at >= 0 && to - at < 6; at--)
        {
            if (grammar.Says(at, "went") || grammar.Says(at, "goes") || grammar.Says(at, "continued") || grammar.Says(at, "took") || grammar.Says(at, "came") || grammar.Says(at, "used") || grammar.Says(at, "takes"))
                return true;
        }
        return false;
    }

    // "The city, said Costa, has acted": its subject follows between the commas.
    private Mention? Parenthetical(int verb, Cue cue, int group, int clause, int to)
    {
        if (cue.Is(CueTraits.Addressed | CueTraits.Finding) && cue.Lemma != "warn" || Items[verb].Form is CueForm.Participle || verb + 1 >= to || Items[verb + 1].Is(Traits.That))
            return null;
        return subjects.After(verb + 1, to) is { } after && after.To < to && (Items[after.CoreTo].Kind == ItemKind.Comma) && !grammar.HasFinite(verb + 1, after.CoreTo) && subjects.Before(group, clause) is { } before && before.CoreTo == group - 1 && before.From == clause
            ? after
            : null;
    }

    // "the agency quoted Reed as saying."
    private Mention? QuotedAsSaying(int verb, int to)
    {
        var end = grammar.SkipNounChain(verb + 1, to);
        return end > verb + 1 && end + 1 < to && grammar.Says(end, "as") && grammar.Says(end + 1, "saying") ? Mention.Plain(verb + 1, end) : null;
    }

    // "As Reed told the paper, the bridge was safe."
    private int? AsClause(Mention subject, int clause, int after, int to) =>
        subject.From == clause + 1 && grammar.Says(clause, "as") && after + 1 < to && Items[after].Kind == ItemKind.Comma ? after + 1 : null;

    // "While the mayor said it was safe, residents": what a subordinate or relative clause says ends with that clause.
    private int Bound(Mention source, int group, Complement complement, int from, int to)
    {
        var relative = Items[group - 1].Is(Traits.Relative) || grammar.Says(source.From, "whose");
        var nonrestrictive = relative && (source.CoreTo < group - 1 || (source.From > from && Items[source.From - 1].Kind == ItemKind.Comma));
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
        return subjects.After(verb + 1, to) is { } after && (after.To >= to || Items[after.To].Kind is not ItemKind.Word || !Items[after.To].Is(Traits.Finite)) ? after : null;
    }

    // Words that may be nouns ("claims", "reports") must be seen to work as verbs.
    private bool IsVerb(int verb, Cue cue, Mention source, Complement complement, int group)
    {
        var head = Items[source.CoreTo - 1];
        if (head.Is(Traits.Time) && !head.IsCapital && source.CoreTo - source.From == 1)
            return false;
        if (complement.Kind == ComplementKind.Infinitive)
            return group < verb || Items[verb].Form is CueForm.Past or CueForm.Third;
        if (!cue.Is(CueTraits.Noun) || Items[verb].Form is CueForm.Past || group < verb)
            return true;
        var speaker = head.IsCapital || head.Is(Traits.Pronoun | Traits.Organisation | Traits.Outlet | Traits.Role | Traits.People | Traits.Document | Traits.Figures | Traits.Post) || Items[source.From].Is(Traits.Determiner) || cue.Is(CueTraits.Finding);
        if (!speaker || (verb + 1 < Items.Length && grammar.Says(verb + 1, "of")))
            return false;
        return complement.Kind != ComplementKind.None || head.IsCapital || head.Is(Traits.Pronoun | Traits.People | Traits.Role | Traits.Organisation | Traits.Outlet) || Items[source.From].Is(Traits.Determiner);
    }

    private Mention? Shared(int group, int clause, int from, Finding? outer)
    {
        if (group <= from || !Items[group - 1].Is(Traits.Coordinator))
            return null;
        return outer?.Source ?? subjects.Main(clause, group - 1) ?? subjects.Main(from, group - 1);
    }

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
        while (end < to && (Items[end].Kind == ItemKind.Quote || (Items[end].Kind == ItemKind.Bracket && end + 1 < to && Items[end + 1].Kind == ItemKind.Quote)))
            end++;
        // “one thing” and “another”, “one thing” after all: what is not parted by a comma belongs to it.
        if (end < to && Items[end - 1].Ending == '\0' && Items[end].Kind == ItemKind.Word && !Items[end - 1].Open && !grammar.IsFinite(end, from))
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
        while (start < last && (Items[start].Is(Traits.Coordinator) || Items[start].Kind is ItemKind.Comma or ItemKind.Dash))
            start++;
        if (Items[last].Kind == ItemKind.Quote && grammar.IsClausalQuote(last))
        {
            for (var at = last - 1; at >= start; at--)
            {
                if (Items[at].Kind is ItemKind.Colon || (Items[at].Kind == ItemKind.Quote && grammar.IsClausalQuote(at) && at + 1 == last))
                {
                    start = Items[at].Kind == ItemKind.Colon ? at + 1 : at;
                    break;
                }
            }
        }
        else if (!grammar.HasFinite(start, last + 1) && !Resumes(after, to) && !(after == to && Items[to - 1].Kind != ItemKind.Stop))
        {
            return null;
        }
        if (Blocked(after) || (Items[last].Kind != ItemKind.Quote && Items[verb].Cue is { } only && only.Is(CueTraits.Quoting) && !only.Is(~CueTraits.Quoting)))
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
        return new Finding { Sentence = sentence, Content = content, Source = source, CueFrom = Math.Min(cue, verb), CueTo = verb, ClauseFrom = clauseFrom };

        bool Blocked(int at) =>
            at < to && Items[at].Kind == ItemKind.Word && !complements.IsCommunicative(at, to) && !Items[at].Is(Traits.Preposition | Traits.Subordinator | Traits.Adverb | Traits.Ing | Traits.Coordinator | Traits.Time | Traits.To | Traits.Wh)
            && Items[last].Kind != ItemKind.Quote;
    }

    private bool Resumes(int after, int to) =>
        after + 1 < to && Items[after].Kind == ItemKind.Comma && grammar.HasFinite(after + 1, to) && !Items[after + 1].Is(Traits.Relative | Traits.Ing);

    private int? Second(int after, int to, bool whole)
    {
        var at = after;
        while (at < to && at < after + 14 && Items[at].Kind is not (ItemKind.Comma or ItemKind.Colon or ItemKind.Quote or ItemKind.Stop or ItemKind.Semicolon or ItemKind.Dash))
            at++;
        if (at > 0 && at == after && Items[at - 1].Kind == ItemKind.Comma && at < to && Items[at].Kind == ItemKind.Quote)
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
            return close + 1 < to && Items[close].Kind == ItemKind.Comma && Items[close + 1].Kind == ItemKind.Quote ? close + 1 : null;
        }
        if (Items[at].Kind == ItemKind.Comma && at == after && (grammar.Says(at + 1, "because") || grammar.Says(at + 1, "although") || grammar.Says(at + 1, "though") || grammar.Says(at + 1, "unless") || grammar.Says(at + 1, "if")) && grammar.HasFinite(at + 2, to))
            return at + 1;
        if (Items[at].Kind != ItemKind.Comma || !next.IsWord || next.Is(Traits.Relative | Traits.Ing | Traits.Preposition | Traits.Subordinator | Traits.Wh) || (next.Cue is not null && !next.Is(Traits.Determiner)))
            return null;
        if (at > after || Items[at - 1].Kind == ItemKind.Quote)
            return null;
        // "and left" is what the speaker did; "and had left" goes on.
        if (next.Is(Traits.Coordinator))
            return at + 2 < to && Items[at + 2].Is(Traits.Past | Traits.Ed) && !Items[at + 2].Is(Traits.Auxiliary) ? null : at + 1;
        return grammar.IsFinite(at + 1, at) || (!whole && grammar.HasFinite(at + 1, to)) ? at + 1 : null;
    }
}
