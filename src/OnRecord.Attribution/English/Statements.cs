using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds what verbs attribute within one sentence, in every order of subject, verb and statement.</summary>
internal sealed partial class Statements(
    Grammar grammar,
    Subjects subjects,
    Complements complements,
    Extents extents,
    Refusals refusals,
    Acts acts
)
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
            if (
                item.Is(Traits.Declining)
                && refusals.At(at, clause, to, sentence, group => Shared(group, clause, from, outer)) is { } refusal
            )
            {
                findings.Add(refusal);
                outer = refusal;
                continue;
            }
            if (
                item.Cue is not null
                && acts.At(at, clause, to, sentence, group => Shared(group, clause, from, outer)) is { } act
            )
            {
                findings.Add(act);
                outer ??= act;
                continue;
            }
            if (item.Cue is not { } cue || (item.IsCapital && at > from))
                continue;
            if (
                Attributes(at, cue, clause, from, to, sentence, outer) is not { } finding
                || IsRepeat(finding, findings, first)
            )
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
        if (
            IsTentative(group, verb)
            || IsCaused(group, clause)
            || (form == CueForm.Third && group < verb && Items[verb - 1].Is(Traits.Auxiliary | Traits.Be))
        )
            return null;
        return Finite(verb, cue, group, clause, from, to, sentence, outer);
    }
}
