using OnRecord.Attribution.Naming;
using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;
using OnRecord.Documents;

namespace OnRecord.Attribution.English;

/// <summary>Joins what an outlet reports that somebody said to that somebody, through the outlet; makes proposals of the rest.</summary>
internal sealed class Chains(Story story, Grammar grammar, Namer namer)
{
    private Item[] Items => story.Items;

    public IReadOnlyList<Proposal> Resolve(List<Voice> voices)
    {
        for (var at = 0; at < voices.Count; at++)
        {
            for (
                var other = at - 1;
                other >= 0 && voices[other].Finding.Sentence == voices[at].Finding.Sentence && at - other < 12;
                other--
            )
                Join(voices[other], voices[at]);
            for (
                var other = at - 1;
                other >= 0 && voices[other].Finding.Sentence == voices[at].Finding.Sentence && at - other < 12;
                other--
            )
                Join(voices[at], voices[other]);
            voices[at].Via ??= Told(voices[at]) ?? Programme(voices[at]);
        }
        var proposals = new List<Proposal>(voices.Count);
        foreach (var voice in voices)
        {
            if (!voice.Passes)
                proposals.Add(Proposed(voice));
        }
        return [.. proposals.OrderBy(proposal => proposal.Content[0].Start)];
    }

    private void Join(Voice outer, Voice inner)
    {
        if (
            inner.Finding.Act
            || outer.Source is not { Kind: SourceKind.Outlet }
            || outer.Finding.Source is not { } words
            || inner.Finding.Source is not { } speaker
            || inner.Source?.Kind == SourceKind.Outlet
        )
            return;
        var start = outer.Finding.ClauseFrom;
        if (
            start < 0
            || speaker.From < start
            || inner.Finding.CueFrom < 0
            || !outer.Finding.Covers(Span(speaker.From, speaker.CoreTo))
            || speaker.From - start > 3
        )
            return;
        inner.Via = new Via(outer.Source.Name ?? "", Span(words.From, words.CoreTo));
        outer.Passes = true;
    }

    private Via? Told(Voice voice) =>
        voice.Finding.Told is { } told
        && voice.Source?.Kind != SourceKind.Outlet
        && namer.Of(told, voice.Finding.Sentence) is { Kind: SourceKind.Outlet, Name: { } name }
            ? new Via(name, Span(told.From, told.To))
            : null;

    // "in an interview with CNN", "in the Morning Show, she said": a name of an outlet behind a preposition, outside what is said.
    private Via? Programme(Voice voice)
    {
        if (voice.Finding.CueFrom < 0 || voice.Source?.Kind is SourceKind.Outlet or SourceKind.Document)
            return null;
        var sentence = story.Sentences[voice.Finding.Sentence];
        for (var at = sentence.From; at + 1 < sentence.To; at++)
        {
            if (
                !Items[at].Is(Traits.Preposition | Traits.To)
                || voice.Finding.Touches(Items[at])
                || IsSource(voice, at)
                || Math.Abs(at - voice.Finding.CueFrom) > 16
            )
                continue;
            var end = grammar.SkipNoun(at + 1, sentence.To);
            if (end <= at + 1 || !Items[end - 1].IsCapital || voice.Finding.Touches(Items[at + 1]))
                continue;
            var source = namer.Of(Mention.Plain(at + 1, end), voice.Finding.Sentence);
            if (source is { Kind: SourceKind.Outlet, Name: { } name })
                return new Via(name, Span(at + 1, end));
        }
        return null;
    }

    private static bool IsSource(Voice voice, int at) =>
        voice.Finding.Source is { } source && at >= source.From && at < source.To;

    private Span Span(int from, int to) => new(Items[from].Start, Items[to - 1].End);

    private Proposal Proposed(Voice voice)
    {
        var finding = voice.Finding;
        return new Proposal
        {
            Content = finding.Content.ToValueList(),
            Source = finding.Source is { } source ? Span(source.From, source.To) : null,
            SourceName = voice.Source?.Name,
            Kind = voice.Source?.Kind ?? SourceKind.Person,
            Role = voice.Source?.Role,
            Standing = voice.Source?.Standing ?? Standing.Anonymous,
            Via = voice.Via,
            Cue = finding.CueFrom < 0 ? null : Span(finding.CueFrom, finding.CueTo + 1),
            Form = finding.Refusal ? Form.Refusal : FormOf(finding),
        };
    }

    private Form FormOf(Finding finding)
    {
        var (quoted, plain) = (false, false);
        foreach (var span in finding.Content)
        {
            var marked = Quotes.Opens(story.Text[span.Start]) && Quotes.Ends(story.Text, span);
            quoted |= marked || Quotes.Within(story.Text, span);
            plain |= !marked;
        }
        return quoted ? (plain ? Form.Mixed : Form.Direct) : Form.Indirect;
    }
}
