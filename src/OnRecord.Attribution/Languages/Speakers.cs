using OnRecord.Attribution.Text;
using OnRecord.Documents;

namespace OnRecord.Attribution.Languages;

/// <summary>Finds who speaks beside a verb, and goes back from a pronoun to whoever spoke before.</summary>
internal sealed class Speakers(Story story, Phrasebook words)
{
    private const int Longest = 12;
    private string? last;

    private Item[] Items => story.Items;

    /// <summary>The name right behind the verb, or before it from the clause's beginning.</summary>
    public (int From, int To)? Beside(int verb, int from, int to, int quote)
    {
        if (
            At(verb + 1, to) is { } after
            && (verb > quote || verb == from || !Items[verb - 1].IsWord || At(from, verb) is null)
        )
            return after;
        var start = verb;
        while (
            start > from
            && verb - start < Longest
            && Items[start - 1].Kind is ItemKind.Word or ItemKind.Number or ItemKind.Clitic or ItemKind.Bracket
        )
            start--;
        while (start < verb && words.Openers.Contains(Word(start)) && start + 1 < verb && !IsArticle(start))
            start++;
        return start < verb && HasName(start, verb) ? (start, verb) : At(verb + 1, to);
    }

    /// <summary>The name that begins here: capitals and what links them.</summary>
    public (int From, int To)? At(int from, int to)
    {
        var end = from;
        while (
            end < to && end - from < Longest && Items[end].Kind is ItemKind.Word or ItemKind.Bracket or ItemKind.Number
        )
        {
            var word = Word(end);
            if (
                Items[end].IsCapital
                || words.Pronouns.Contains(word)
                || words.Unnamed.Contains(word)
                || words.Groups.Contains(word)
                || words.Bodies.Contains(word)
                || words.Outlets.Contains(word)
            )
                end++;
            else if (
                end + 1 < to
                && Items[end + 1].Kind == ItemKind.Word
                && (words.Links.Contains(word) || end == from)
                && !words.Openers.Contains(Word(end + 1))
                && (
                    Items[end + 1].IsCapital
                    || words.Unnamed.Contains(Word(end + 1))
                    || words.Bodies.Contains(Word(end + 1))
                )
            )
                end++;
            else
                break;
        }
        while (end > from && !Items[end - 1].IsCapital && words.Links.Contains(Word(end - 1)))
            end--;
        return end > from && HasName(from, end) ? (from, end) : null;
    }

    private bool IsArticle(int at) =>
        Word(at).ToLowerInvariant() is "der" or "die" or "das" or "ein" or "eine" or "він" or "вона" or "вони";

    private bool HasName(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            var word = Word(at);
            if (
                (Items[at].IsCapital && !words.Openers.Contains(word))
                || words.Pronouns.Contains(word)
                || words.Unnamed.Contains(word)
                || words.Groups.Contains(word)
                || words.Bodies.Contains(word)
            )
                return true;
        }
        return false;
    }

    /// <summary>A proposal with its source told.</summary>
    public Proposal Propose(ReadOnlySpan<Span> content, (int From, int To)? source, int cue, Form form)
    {
        var (kind, standing, name) = source is { } mention
            ? Tell(mention.From, mention.To)
            : (SourceKind.Person, Standing.Anonymous, null);
        return new Proposal
        {
            Content = ValueList.Create(content),
            Source = source is { } at ? new Span(Items[at.From].Start, Items[at.To - 1].End) : null,
            SourceName = name,
            Kind = kind,
            Standing = standing,
            Cue = cue < 0 ? null : new Span(Items[cue].Start, Items[cue].End),
            Form = form,
        };
    }

    private (SourceKind Kind, Standing Standing, string? Name) Tell(int from, int to)
    {
        if (to - from == 1 && words.Pronouns.Contains(Word(from)))
            return (SourceKind.Person, last is null ? Standing.Anonymous : Standing.Named, last);
        var name = story.Text[Items[from].Start..Items[to - 1].End];
        var names = 0;
        for (var at = from; at < to; at++)
        {
            var word = Word(at);
            if (words.Outlets.Contains(word))
                return (SourceKind.Outlet, Standing.Named, name);
            if (words.Groups.Contains(word))
                return (SourceKind.Group, Standing.Anonymous, name);
            if (words.Bodies.Contains(word) && !HasUnnamed(from, to))
                return (SourceKind.Organisation, Standing.Named, name);
            names +=
                Items[at].IsCapital
                && !words.Unnamed.Contains(word)
                && !words.Bodies.Contains(word)
                && !words.Openers.Contains(word)
                    ? 1
                    : 0;
        }
        if (HasUnnamed(from, to) && names < 2)
            return (SourceKind.Person, Standing.Anonymous, name);
        last = names > 1 || last is null || !last.EndsWith(name, StringComparison.Ordinal) ? name : last;
        return (SourceKind.Person, Standing.Named, last);
    }

    private bool HasUnnamed(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (words.Unnamed.Contains(Word(at)))
                return true;
        }
        return false;
    }

    private string Word(int at) => story.Words(in Items[at]).ToString();
}
