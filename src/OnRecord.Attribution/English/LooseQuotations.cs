using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Gives quotations that no verb of saying claimed to whoever the words round them name, or to who spoke before.</summary>
internal sealed class LooseQuotations(Story story, Grammar grammar, Subjects subjects)
{
    private Item[] Items => grammar.Items;

    /// <summary>All findings in the order of their sentences: those given and those of loose quotations.</summary>
    public List<Finding> Complete(List<Finding> findings)
    {
        var all = new List<Finding>(findings.Count + 8);
        var next = 0;
        for (var number = 0; number < story.Sentences.Count; number++)
        {
            var first = all.Count;
            while (next < findings.Count && findings[next].Sentence <= number)
                all.Add(findings[next++]);
            var sentence = story.Sentences[number];
            for (var at = sentence.From; at < sentence.To; at++)
            {
                if (Items[at].Kind == ItemKind.Quote && grammar.IsClausalQuote(at) && !IsTaken(at, number, all))
                    Place(
                        at,
                        sentence,
                        number,
                        all,
                        first,
                        next < findings.Count && findings[next].Sentence == number + 1 ? findings[next] : null
                    );
            }
        }
        return all;
    }

    private bool IsTaken(int at, int number, List<Finding> findings)
    {
        for (var index = findings.Count - 1; index >= 0 && number - findings[index].Sentence < 2; index--)
        {
            if (findings[index].Touches(Items[at]))
                return true;
        }
        return false;
    }

    private void Place(int at, Sentence sentence, int number, List<Finding> all, int first, Finding? following)
    {
        if (!IsAlone(at, sentence))
        {
            if (Named(at, sentence, number) is { } named)
                all.Add(named);
            return;
        }
        var span = new Span(Items[at].Start, Items[at].End);
        var before = Last(all, first, number);
        if (before is not null && Continues(before, at, sentence, number))
            before.Content.Add(span);
        else if (Introduction(number) is { } introduced)
            all.Add(
                new Finding
                {
                    Sentence = number,
                    Content = [span],
                    Source = introduced.Source,
                    CueFrom = introduced.Cue,
                    CueTo = introduced.Cue,
                }
            );
        else if (following is not null && Precedes(sentence, number, following))
            following.Content.Insert(0, span);
        else if (Items[at].Words >= 4)
            all.Add(
                new Finding
                {
                    Sentence = number,
                    Content = [span],
                    Source =
                        before is { Refusal: false } && number - before.Sentence < 4
                            ? before.Source
                            : SubjectBefore(number, sentence.Paragraph),
                    SameSource = true,
                }
            );
    }

    // “First.” “Second,” she said.
    private bool Precedes(Sentence sentence, int number, Finding following)
    {
        var next = story.Sentences[number + 1];
        return next.Paragraph == sentence.Paragraph
            && Items[next.From].Kind == ItemKind.Quote
            && following.Content[0].Start == Items[next.From].Start;
    }

    private Mention? SubjectBefore(int number, int paragraph)
    {
        if (number == 0 || story.Sentences[number - 1].Paragraph != paragraph)
            return null;
        var sentence = story.Sentences[number - 1];
        return subjects.Main(sentence.From, sentence.To);
    }

    private bool IsAlone(int at, Sentence sentence)
    {
        for (var item = sentence.From; item < sentence.To; item++)
        {
            if (item != at && Items[item].Kind is not (ItemKind.Quote or ItemKind.Stop or ItemKind.Bracket))
                return false;
        }
        return true;
    }

    // The outermost of what was said last, in this sentence or before it.
    private static Finding? Last(List<Finding> all, int first, int number)
    {
        var index = all.Count - 1;
        if (index < first && (index < 0 || number - all[index].Sentence > 400))
            return null;
        while (index >= first && all[index].Sentence == number)
            index--;
        if (index < 0)
            return null;
        while (
            index > 0 && all[index - 1].Sentence == all[index].Sentence && all[index - 1].Covers(all[index].Content[0])
        )
            index--;
        return all[index];
    }

    // The same paragraph's next quotation, or one that the paragraph before left open.
    private bool Continues(Finding before, int at, Sentence sentence, int number)
    {
        if (before.Sentence > number - 1 || before.Refusal)
            return false;
        var last = before.Content[^1];
        var index = sentence.From - 1;
        while (index >= 0 && Items[index].Kind is ItemKind.Break or ItemKind.Stop)
            index--;
        var previous = index >= 0 ? Items[index] : default;
        if (previous.Kind == ItemKind.Quote && previous.Open && last.End == previous.End)
            return true;
        if (before.Sentence < number - 1 && last.End != previous.End)
            return false;
        return story.Sentences[number - 1].Paragraph == sentence.Paragraph
            && story.Text[Math.Max(0, last.End - 1)] is '”' or '"' or '’' or '\'' or '»' or '“';
    }

    // A sentence that ends in a colon brings the quotation of the next paragraph.
    private (Mention? Source, int Cue)? Introduction(int number)
    {
        if (number == 0)
            return null;
        var before = story.Sentences[number - 1];
        if (Items[before.To - 1].Kind != ItemKind.Colon)
            return null;
        return (subjects.Main(before.From, before.To), CueIn(before.From, before.To));
    }

    private int CueIn(int from, int to)
    {
        for (var at = to - 1; at >= from; at--)
        {
            if (Items[at].Cue is not null && Items[at].Form is CueForm.Past or CueForm.Third)
                return at;
        }
        return -1;
    }

    private Finding? Named(int at, Sentence sentence, int number)
    {
        var span = new Span(Items[at].Start, Items[at].End);
        var next = at + 1;
        // “Go home,” the guard laughed.
        if (next < sentence.To && Items[next].Kind == ItemKind.Dash)
        {
            var name = grammar.SkipNoun(next + 1, sentence.To);
            if (name > next + 1 && Items[next + 1].IsCapital)
                return new Finding
                {
                    Sentence = number,
                    Content = [span],
                    Source = Mention.Plain(next + 1, name),
                };
        }
        if (next < sentence.To && Items[next].Kind == ItemKind.Comma)
            next++;
        if (next < sentence.To && Items[at].Ending is ',' or '?' or '!' or '.' or '…' or '—')
        {
            var end = grammar.SkipNounChain(next, sentence.To);
            if (end > next && end < sentence.To && Items[end].Is(Traits.Ed | Traits.Past | Traits.Third))
                return new Finding
                {
                    Sentence = number,
                    Content = [span],
                    Source = Mention.Plain(next, end),
                    CueFrom = end,
                    CueTo = end,
                };
        }
        var before = at - 1;
        if (
            before > sentence.From
            && Items[before].Kind is ItemKind.Colon or ItemKind.Comma
            && Items[at].IsCapital
            && (Items[at].Words > 3 || Items[before].Kind == ItemKind.Colon)
            && subjects.Main(sentence.From, at) is { } main
        )
        {
            var cue = CueIn(sentence.From, at);
            return new Finding
            {
                Sentence = number,
                Content = [span],
                Source = main,
                CueFrom = cue,
                CueTo = cue,
            };
        }
        return null;
    }
}
