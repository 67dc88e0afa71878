using OnRecord.Attribution.Naming;
using OnRecord.Attribution.Text;

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
            if (finding.Source is { } mention)
            {
                source = namer.Of(mention, finding.Sentence);
                if (!(finding.SameSource && voices.Count > 0))
                    namer.Spoke(mention, source);
            }
            voices.Add(new Voice(finding, source));
        }
        return new Chains(story, grammar, namer, cast).Resolve(voices);
    }

    private static List<Finding> Find(Story story, Grammar grammar)
    {
        var subjects = new Subjects(grammar);
        var complements = new Complements(grammar);
        var extents = new Extents(grammar, complements);
        var statements = new Statements(grammar, subjects, complements, extents, new Refusals(grammar, subjects), new Acts(grammar, subjects, extents));
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
            statements.Find(from, to, number, findings);
        }
        new LooseQuotations(story, grammar, subjects).Find(findings);
        return findings;
    }
}
