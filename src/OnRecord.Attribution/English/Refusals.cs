using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds who would not speak: <c>declined to comment</c>, <c>did not respond to a request</c>, <c>could not be reached</c>.</summary>
internal sealed class Refusals(Grammar grammar, Subjects subjects)
{
    private Item[] Items => grammar.Items;

    /// <summary>The refusal that this verb begins, or null.</summary>
    public Finding? At(int verb, int from, int to, int sentence, Func<int, Mention?> shared)
    {
        var content = Items[verb].Is(Traits.Declining) ? ContentFrom(verb, to) : -1;
        if (content < 0)
            return null;
        var group = grammar.VerbGroup(verb, from);
        var source = subjects.Before(group, from) ?? shared(group);
        var end = content;
        while (end < to && !Ends(end))
            end++;
        if (end == content)
            return null;
        return new Finding
        {
            Sentence = sentence,
            Content = [new Span(Items[content].Start, Items[end - 1].End)],
            Source = source,
            CueFrom = group,
            CueTo = Math.Max(group, content - 1),
            ClauseFrom = content,
            Refusal = true,
        };
    }

    private bool Ends(int at) =>
        Items[at].Kind is ItemKind.Stop or ItemKind.Semicolon or ItemKind.Dash or ItemKind.Comma
        || grammar.Says(at, "but")
        || grammar.Says(at, "when")
        || grammar.Says(at, "because")
        || (
            grammar.IsAnd(at) && at + 1 < Items.Length && (Items[at + 1].Is(Traits.Past | Traits.Ed | Traits.Auxiliary))
        );

    private int ContentFrom(int verb, int to)
    {
        if (verb + 1 >= to)
            return -1;
        if (
            grammar.Says(verb, "declined")
            || grammar.Says(verb, "refused")
            || grammar.Says(verb, "declines")
            || grammar.Says(verb, "refuses")
            || grammar.Says(verb, "declining")
            || grammar.Says(verb, "refusing")
        )
        {
            if (!Items[verb + 1].Is(Traits.To) || verb + 2 >= to)
                return grammar.Says(verb + 1, "comment") ? verb + 1 : -1;
            var next = verb + 2;
            while (next + 1 < to && Items[next].Is(Traits.Adverb))
                next++;
            return
                Items[next].Is(Traits.Refusal)
                || (
                    Items[next].Is(Traits.Be)
                    && next + 1 < to
                    && (
                        grammar.Says(next + 1, "interviewed")
                        || grammar.Says(next + 1, "identified")
                        || grammar.Says(next + 1, "named")
                        || grammar.Says(next + 1, "quoted")
                    )
                )
                ? next
                : -1;
        }
        return Unanswered(verb, to);
    }

    private int Unanswered(int verb, int to)
    {
        var before = verb - 1;
        while (before > 0 && grammar.Says(before, "immediately"))
            before--;
        var negated = before >= 0 && (Items[before].Is(Traits.Negation));
        if (
            negated
            && (
                grammar.Says(verb, "respond")
                || grammar.Says(verb, "reply")
                || grammar.Says(verb, "return")
                || grammar.Says(verb, "responded")
                || grammar.Says(verb, "replied")
                || grammar.Says(verb, "returned")
                || grammar.Says(verb, "answer")
                || grammar.Says(verb, "answered")
                || grammar.Says(verb, "comment")
                || grammar.Says(verb, "elaborate")
                || grammar.Says(verb, "commented")
            )
        )
            return verb;
        if (
            negated
            && (
                grammar.Says(verb, "say")
                || grammar.Says(verb, "discuss")
                || grammar.Says(verb, "disclose")
                || grammar.Says(verb, "confirm")
            )
            && before > 0
            && grammar.Says(before - 1, "would")
        )
            return verb;
        if (
            grammar.Says(verb, "reached")
            && verb > 1
            && Items[verb - 1].Is(Traits.Be)
            && (Items[verb - 2].Is(Traits.Negation) || grammar.Says(verb - 2, "immediately"))
        )
            return verb;
        if (
            (grammar.Says(verb, "unavailable") || (grammar.Says(verb, "available") && negated))
            && grammar.Says(verb + 1, "for")
            && verb + 2 < to
            && grammar.Says(verb + 2, "comment")
        )
            return verb;
        return -1;
    }
}
