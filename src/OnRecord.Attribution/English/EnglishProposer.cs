using OnRecord.Attribution.Naming;
using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.English;

/// <summary>Proposes by the grammar of English news.</summary>
internal sealed class EnglishProposer : IProposer
{
    public IReadOnlyList<Proposal> Propose(string text)
    {
        var story = Story.Read(text);
        var grammar = new Grammar(story);
        var findings = Find(story, grammar);
        var cast = new Cast(story);
        var namer = new Namer(story, grammar, cast);
        var voices = new List<Voice>(findings.Count);
        foreach (var finding in findings)
        {
            Source? source = null;
            Via? via = null;
            if (finding.Source is { } mention)
            {
                source = namer.Of(mention, finding.Sentence);
                if (source is { Kind: SourceKind.Outlet, Name: { } outlet } && finding.Cited is { } cited)
                {
                    via = new Via(
                        outlet,
                        new Span(grammar.Items[mention.From].Start, grammar.Items[mention.CoreTo - 1].End)
                    );
                    finding.Source = mention = cited;
                    source = namer.Of(cited, finding.Sentence);
                }
                if (!(finding.SameSource && voices.Count > 0))
                    namer.Spoke(mention, source);
            }
            voices.Add(new Voice(finding, source) { Via = via });
        }
        return new Chains(story, grammar, namer).Resolve(voices);
    }

    // ", citing two people familiar with the matter"
    private static Mention? Cited(Grammar grammar, int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (
                grammar.Says(at, "citing")
                && grammar.Items[at - 1].Kind == ItemKind.Comma
                && grammar.SkipNounChain(at + 1, to) is var end
                && end > at + 1
            )
                return Mention.Plain(at + 1, end);
        }
        return null;
    }

    // "Police: two held after fire": a headline's colon says who speaks.
    private static Finding? Headline(Grammar grammar, int from, int to)
    {
        var items = grammar.Items;
        if (items[to - 1].Kind == ItemKind.Stop || to - from > 24)
            return null;
        var colon = grammar.SkipNoun(from, to);
        if (colon == from || colon > from + 4 || colon + 3 >= to || items[colon].Kind != ItemKind.Colon)
            return null;
        var head = items[colon - 1];
        if (
            !head.Is(Traits.People | Traits.Role | Traits.Organisation | Traits.Outlet)
            && !(head.Is(Traits.Document) && colon == from + 1)
        )
            return null;
        return new Finding
        {
            Sentence = 0,
            Content = [new Span(items[colon + 1].Start, items[to - 1].End)],
            Source = Mention.Plain(from, colon),
            CueFrom = colon,
            CueTo = colon,
            ClauseFrom = colon + 1,
        };
    }

    internal static List<Finding> Find(Story story, Grammar grammar)
    {
        var subjects = new Subjects(grammar);
        var complements = new Complements(grammar);
        var extents = new Extents(grammar, complements);
        var statements = new Statements(
            grammar,
            subjects,
            complements,
            extents,
            new Refusals(grammar, subjects),
            new Acts(grammar, subjects, extents)
        );
        var according = new AccordingTo(grammar, subjects, extents);
        var findings = new List<Finding>();
        for (var number = 0; number < story.Sentences.Count; number++)
        {
            var (from, to, _) = story.Sentences[number];
            for (var at = from; at < to; at++)
            {
                if (according.At(at, story.Sentences[number].From, to, number, out var body) is not { } finding)
                    continue;
                findings.Add(finding);
                if (body > at)
                    from = at = body;
                else
                    to = at;
            }
            var first = findings.Count;
            statements.Find(from, to, number, findings);
            if (findings.Count > first && Cited(grammar, from, to) is { } cited)
                findings[first].Cited = cited;
            if (number == 0 && Headline(grammar, from, to) is { } headline)
                findings.Insert(0, headline);
        }
        return new LooseQuotations(story, grammar, subjects).Complete(findings);
    }
}
