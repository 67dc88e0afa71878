using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

internal sealed partial class Statements
{
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
            if (
                grammar.Says(at, "help")
                || grammar.Says(at, "let")
                || grammar.Says(at, "make")
                || grammar.Says(at, "helped")
                || grammar.Says(at, "made")
                || grammar.Says(at, "lets")
            )
                return true;
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
            || (
                before.Kind == ItemKind.Word
                && grammar.Words(group - 1) is [.., 's']
                && (!before.IsCapital || !cue.Is(CueTraits.Noun))
            )
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
        var speaker =
            head.IsCapital
            || head.Is(
                Traits.Pronoun
                    | Traits.Organisation
                    | Traits.Outlet
                    | Traits.Role
                    | Traits.People
                    | Traits.Document
                    | Traits.Figures
                    | Traits.Post
            )
            || Items[source.From].Is(Traits.Determiner)
            || cue.Is(CueTraits.Finding);
        if (!speaker || (verb + 1 < Items.Length && grammar.Says(verb + 1, "of")))
            return false;
        return complement.Kind != ComplementKind.None
            || head.IsCapital
            || head.Is(Traits.Pronoun | Traits.People | Traits.Role | Traits.Organisation | Traits.Outlet)
            || Items[source.From].Is(Traits.Determiner);
    }
}
