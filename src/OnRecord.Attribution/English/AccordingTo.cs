using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Finds sources named without a verb: <c>according to the ministry</c>, <c>in her words</c>, <c>per the report</c>.</summary>
internal sealed class AccordingTo(Grammar grammar, Subjects subjects, Extents extents)
{
    private Item[] Items => grammar.Items;

    /// <summary>The finding of the phrase that begins here, or null; what it governs begins and ends with the sentence or at commas.</summary>
    public Finding? At(int at, int from, int to, int sentence, out int body)
    {
        body = from;
        var name = Entrance(at, from, to);
        if (name < 0 || subjects.After(name, to) is not { } source)
            return null;
        var leads = at == from || (at == from + 1 && Items[from].Is(Traits.Coordinator | Traits.Adverb));
        var after = source.To;
        while (
            after < to
            && Items[after - 1].Kind != ItemKind.Comma
            && Items[after].Kind is not (ItemKind.Comma or ItemKind.Stop or ItemKind.Colon)
            && !leads
        )
            after++;
        if (leads)
        {
            source = Narrow(source, name, to);
            after = source.To;
            if (after < to && Items[after].Kind is ItemKind.Comma or ItemKind.Colon)
                after++;
            return after >= to ? null : Make(at, name, source, after, extents.End(after, to), sentence, out body);
        }
        var last = at - 1;
        while (last > from && Items[last].Kind is ItemKind.Comma or ItemKind.Dash)
            last--;
        var start = from;
        while (start < last && Items[start].Is(Traits.Coordinator))
            start++;
        if (
            last < start
            || !(
                grammar.HasFinite(start, last + 1)
                || Items[last].Kind == ItemKind.Quote
                || Items[at - 1].Kind == ItemKind.Comma
            )
        )
            return null;
        var finding = Make(at, name, source, start, last + 1, sentence, out body);
        if (
            after + 1 < to
            && Items[after].Kind == ItemKind.Comma
            && !Items[after + 1].Is(Traits.Relative | Traits.Ing | Traits.Coordinator | Traits.Preposition)
            && Items[after + 1].Kind == ItemKind.Word
            && grammar.HasFinite(after + 1, to)
            && !Items[after + 1].Is(Traits.Wh)
        )
        {
            var end = extents.End(after + 1, to);
            if (end > after + 1)
                finding?.Content.Add(new Span(Items[after + 1].Start, Items[end - 1].End));
        }
        body = from;
        return finding;
    }

    // Without a comma the name ends before the clause begins: "According to the ministry 300 people died".
    private Mention Narrow(Mention source, int name, int to)
    {
        if (source.To < to && Items[source.To].Kind is ItemKind.Comma or ItemKind.Colon)
            return source;
        if (source.To > source.CoreTo && Items[source.To - 1].Kind == ItemKind.Comma)
            return source;
        for (var at = name + 1; at < source.CoreTo; at++)
        {
            if (
                Items[at].Kind == ItemKind.Number
                || (
                    Items[at].Is(Traits.Determiner)
                    && !Items[at - 1].Is(Traits.Preposition | Traits.Determiner)
                    && Items[at - 1].Kind != ItemKind.Clitic
                )
            )
                return Mention.Plain(name, at);
        }
        return source;
    }

    private int Entrance(int at, int from, int to)
    {
        if (at + 2 < to && grammar.Says(at, "according") && grammar.Says(at + 1, "to"))
            return at + 2;
        if (at > from && at + 1 < to && grammar.Says(at, "per") && Items[at - 1].Kind == ItemKind.Comma)
            return at + 1;
        if (
            at + 3 < to
            && grammar.Says(at, "in")
            && grammar.Says(at + 1, "the")
            && grammar.Says(at + 2, "words")
            && grammar.Says(at + 3, "of")
        )
            return at + 4 < to ? at + 4 : -1;
        return -1;
    }

    private Finding? Make(int at, int name, Mention source, int start, int end, int sentence, out int body)
    {
        body = start;
        while (end > start && Items[end - 1].Kind is ItemKind.Comma or ItemKind.Stop)
            end--;
        if (end <= start)
            return null;
        return new Finding
        {
            Sentence = sentence,
            Content = [new Span(Items[start].Start, Items[end - 1].End)],
            Source = source,
            CueFrom = at,
            CueTo = name - 1,
            ClauseFrom = start,
        };
    }
}
