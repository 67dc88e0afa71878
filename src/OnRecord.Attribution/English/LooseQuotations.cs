using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Gives quotations that no verb of saying claimed to whoever the words round them name, or to who spoke before.</summary>
internal sealed class LooseQuotations(Story story, Grammar grammar, Subjects subjects)
{
    private Item[] Items => grammar.Items;

    public void Find(List<Finding> findings)
    {
        for (var number = 0; number < story.Sentences.Count; number++)
        {
            var sentence = story.Sentences[number];
            for (var at = sentence.From; at < sentence.To; at++)
            {
                if (Items[at].Kind == ItemKind.Quote && grammar.IsClausalQuote(at) && !IsTaken(at, number, findings))
                    Place(at, sentence, number, findings);
            }
        }
    }

    private bool IsTaken(int at, int number, List<Finding> findings)
    {
        for (var index = findings.Count - 1; index >= 0 && index >= findings.Count - 400; index--)
        {
            if (Math.Abs(findings[index].Sentence - number) < 3 && findings[index].Touches(Items[at]))
                return true;
        }
        return false;
    }

    private void Place(int at, Sentence sentence, int number, List<Finding> findings)
    {
        var alone = IsAlone(at, sentence);
        if (!alone)
        {
            if (Named(at, sentence, number) is { } named)
                Insert(named, findings);
            return;
        }
        var span = new Span(Items[at].Start, Items[at].End);
        var before = Last(findings, number);
        if (before is not null && number > 0 && Continues(before, at, sentence, number))
        {
            before.Content.Add(span);
            return;
        }
        if (Introduction(number) is { } introduced)
        {
            Insert(new Finding { Sentence = number, Content = [span], Source = introduced.Source, CueFrom = introduced.Cue, CueTo = introduced.Cue }, findings);
            return;
        }
        var next = number + 1 < story.Sentences.Count && story.Sentences[number + 1].Paragraph == sentence.Paragraph
            ? findings.Find(finding => finding.Sentence == number + 1 && finding.Content[0].Start == Items[story.Sentences[number + 1].From].Start && Items[story.Sentences[number + 1].From].Kind == ItemKind.Quote)
            : null;
        if (next is not null)
            next.Content.Insert(0, span);
        else if (Items[at].Words >= 4)
            Insert(new Finding { Sentence = number, Content = [span], Source = before is { Refusal: false } && number - before.Sentence < 4 ? before.Source : SubjectBefore(number, sentence.Paragraph), SameSource = true }, findings);
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

    private static Finding? Last(List<Finding> findings, int number)
    {
        for (var index = findings.Count - 1; index >= 0; index--)
        {
            if (findings[index].Sentence >= number)
                continue;
            while (index > 0 && findings[index - 1].Sentence == findings[index].Sentence && findings[index - 1].Covers(findings[index].Content[0]))
                index--;
            return findings[index];
        }
        return null;
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
        return story.Sentences[number - 1].Paragraph == sentence.Paragraph && story.Text[Math.Max(0, last.End - 1)] is '”' or '"' or '’' or '\'' or '»' or '“';
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
                return new Finding { Sentence = number, Content = [span], Source = Mention.Plain(next + 1, name) };
        }
        if (next < sentence.To && Items[next].Kind == ItemKind.Comma)
            next++;
        if (next < sentence.To && Items[at].Ending is ',' or '?' or '!' or '.' or '…' or '—')
        {
            var end = grammar.SkipNounChain(next, sentence.To);
            if (end > next && end < sentence.To && Items[end].Is(Traits.Ed | Traits.Past | Traits.Third))
                return new Finding { Sentence = number, Content = [span], Source = Mention.Plain(next, end), CueFrom = end, CueTo = end };
        }
        var before = at - 1;
        if (before > sentence.From && Items[before].Kind is ItemKind.Colon or ItemKind.Comma && Items[at].IsCapital && (Items[at].Words > 3 || Items[before].Kind == ItemKind.Colon) && subjects.Main(sentence.From, at) is { } main)
        {
            var cue = CueIn(sentence.From, at);
            return new Finding { Sentence = number, Content = [span], Source = main, CueFrom = cue, CueTo = cue };
        }
        return null;
    }

    private static void Insert(Finding finding, List<Finding> findings)
    {
        var at = findings.Count;
        while (at > 0 && findings[at - 1].Sentence > finding.Sentence)
            at--;
        findings.Insert(at, finding);
    }
}
