using OnRecord.Attribution.Text;
using OnRecord.Documents;

namespace OnRecord.Attribution.Languages;

/// <summary>Proposes by quotation marks and the commonest verbs of one language.</summary>
internal sealed class PhrasebookProposer(Phrasebook words) : IProposer
{
    private const int Reach = 14;
    private const int MostSpans = 100;

    public IReadOnlyList<Proposal> Propose(string text)
    {
        var story = Story.Read(text);
        var speakers = new Speakers(story, words);
        var proposals = new List<Proposal>();
        foreach (var sentence in story.Sentences)
            Read(story, sentence, speakers, proposals);
        return proposals;
    }

    private void Read(Story story, Sentence sentence, Speakers speakers, List<Proposal> proposals)
    {
        var (from, to, _) = sentence;
        var verb = Verb(story, from, to);
        var quote = Quote(story, from, to);
        if (quote >= 0)
        {
            var (source, cue) = verb >= 0 ? (speakers.Beside(verb, from, to, quote), verb) : (null, -1);
            if (
                source is null
                && verb < 0
                && proposals.Count > 0
                && proposals[^1].Content.Count < MostSpans
                && IsAlone(story, from, to)
                && Adjoins(story, proposals[^1], quote)
            )
            {
                proposals[^1] = proposals[^1] with { Content = [.. proposals[^1].Content, Of(story, quote)] };
                return;
            }
            if (source is null && Entrance(story, from, to) is { } named)
                (source, cue) = (speakers.At(named.Name, to), named.At);
            proposals.Add(speakers.Propose([.. Quotes(story, from, to)], source, cue, Form.Direct));
            return;
        }
        if (Entrance(story, from, to) is { } entrance && speakers.At(entrance.Name, to) is { } according)
        {
            var content = entrance.At > from + 1 ? (from, entrance.At) : (according.To, to);
            Add(story, content.Item1, content.Item2, according, entrance.At, speakers, proposals);
            return;
        }
        if (verb < 0)
            return;
        var comma = Comma(story, verb, to);
        if (comma >= 0 && speakers.Beside(verb, from, comma, comma) is { } speaker)
            Add(
                story,
                words.That.Contains(Word(story, comma + 1)) ? comma + 2 : comma + 1,
                to,
                speaker,
                verb,
                speakers,
                proposals
            );
        else if (
            comma < 0
            && verb > from + 1
            && Before(story, verb) is ItemKind.Comma or ItemKind.Dash
            && speakers.At(verb + 1, to) is { } after
        )
            Add(story, from, verb, after, verb, speakers, proposals);
    }

    private static ItemKind Before(Story story, int verb) => story.Items[verb - 1].Kind;

    private static void Add(
        Story story,
        int from,
        int to,
        (int From, int To) source,
        int cue,
        Speakers speakers,
        List<Proposal> proposals
    )
    {
        while (from < to && story.Items[from].Kind is ItemKind.Comma or ItemKind.Dash)
            from++;
        while (to > from && story.Items[to - 1].Kind is ItemKind.Comma or ItemKind.Dash or ItemKind.Stop)
            to--;
        if (to > from + 1)
            proposals.Add(
                speakers.Propose(
                    [new Span(story.Items[from].Start, story.Items[to - 1].End)],
                    source,
                    cue,
                    Form.Indirect
                )
            );
    }

    private int Verb(Story story, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (story.Items[at].Kind == ItemKind.Word && words.Verbs.Contains(Word(story, at)))
                return at;
        }
        return -1;
    }

    private static int Quote(Story story, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (
                story.Items[at].Kind == ItemKind.Quote
                && (story.Items[at].Words >= 4 || story.Items[at].Ending != '\0')
            )
                return at;
        }
        return -1;
    }

    private static IEnumerable<Span> Quotes(Story story, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (
                story.Items[at].Kind == ItemKind.Quote
                && (story.Items[at].Words >= 2 || story.Items[at].Ending != '\0')
            )
                yield return Of(story, at);
        }
    }

    private static Span Of(Story story, int at) => new(story.Items[at].Start, story.Items[at].End);

    private static bool IsAlone(Story story, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (story.Items[at].Kind is not (ItemKind.Quote or ItemKind.Stop or ItemKind.Dash))
                return false;
        }
        return true;
    }

    private static bool Adjoins(Story story, Proposal before, int quote)
    {
        var gap = story.Items[quote].Start - before.Content[^1].End;
        return gap is >= 0 and < 80
            && before.Form == Form.Direct
            && !story.Text.AsSpan(before.Content[^1].End, gap).Contains('\n');
    }

    private static int Comma(Story story, int verb, int to)
    {
        for (var at = verb + 1; at < to && at - verb < Reach; at++)
        {
            if (story.Items[at].Kind is ItemKind.Comma or ItemKind.Colon && at + 2 < to)
                return at;
        }
        return -1;
    }

    private (int At, int Name)? Entrance(Story story, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (story.Items[at].Kind != ItemKind.Word)
                continue;
            foreach (var phrase in words.According)
            {
                var end = Match(story, at, to, phrase);
                if (
                    end > at
                    && end < to
                    && (phrase != "so" || (at > from && story.Items[at - 1].Kind is ItemKind.Comma or ItemKind.Quote))
                )
                    return (at, end);
            }
        }
        return null;
    }

    private static int Match(Story story, int at, int to, string phrase)
    {
        var text = phrase.AsSpan();
        foreach (var part in text.Split(' '))
        {
            if (at >= to || !story.Words(in story.Items[at]).Equals(text[part], StringComparison.OrdinalIgnoreCase))
                return -1;
            at++;
        }
        return at;
    }

    private static string Word(Story story, int at) => story.Words(in story.Items[at]).ToString();
}
