using OnRecord.Attribution.English;
using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Naming;

/// <summary>Tells who a mention is: its kind, its standing, its fullest name.</summary>
internal sealed partial class Namer(Story story, Grammar grammar, Cast cast)
{
    private readonly Antecedents antecedents = new(story, cast);

    private Item[] Items => story.Items;

    /// <summary>Remembers who spoke, so that a pronoun may go back to them.</summary>
    public void Spoke(Mention mention, Source source) => antecedents.Spoke(Items[mention.From].First, source);

    public Source Of(Mention mention, int sentence)
    {
        var (from, to) = (mention.From, mention.CoreTo);
        while (from + 1 < to && (grammar.Says(from, "both") || Items[from].Kind is ItemKind.Bracket or ItemKind.Comma))
            from++;
        if (to - from == 1 && Items[from].Is(Traits.Pronoun | Traits.Relative | Traits.ObjectPronoun))
            return antecedents.Pronoun(from, story.Sentences[sentence]);
        var role = Role(mention);
        if (IsCoordinated(from, to))
            return Several(from, to);
        var tie = FirstTie(from, to);
        if (PersonAtEnd(from, tie, to) is { } person)
            return Known(person.From, to, Title(from, person.From) ?? role);
        var head = Head(from, tie);
        var initial =
            head == story.Sentences[sentence].From
            && Items[head]
                .Is(Traits.Document | Traits.People | Traits.Role | Traits.Figures | Traits.Post | Traits.Determiner)
            && !Items[head].Is(Traits.Name | Traits.Given | Traits.Country);
        if (Items[head].IsCapital && !Items[head].Is(Traits.Pronoun) && !initial)
            return Proper(from, head, tie, to, role);
        return Common(mention, from, head, to, role);
    }

    private string Text(int from, int to) =>
        to > from ? story.Text[Items[from].Start..Items[to - 1].End].Replace('\n', ' ') : "";

    private int Head(int from, int to)
    {
        var head = to - 1;
        while (
            head > from && Items[head].Kind is ItemKind.Bracket or ItemKind.Clitic or ItemKind.Number or ItemKind.Quote
        )
            head--;
        return head;
    }

    private int FirstTie(int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (
                Items[at].Kind == ItemKind.Word
                && !Items[at].IsCapital
                && (
                    Items[at].Is(Traits.Preposition | Traits.Relative | Traits.To)
                    || (
                        Items[at].Is(Traits.Ed | Traits.Ing)
                        && at + 1 < to
                        && Items[at + 1].Is(Traits.Preposition | Traits.To)
                    )
                )
            )
                return at;
        }
        return to;
    }

    private bool IsCoordinated(int from, int to)
    {
        for (var at = from + 1; at + 1 < to; at++)
        {
            if (!Items[at].IsCapital && Items[at].Is(Traits.Preposition))
                return false;
            if (
                grammar.IsAnd(at)
                && (
                    Items[at + 1].Is(Traits.Determiner)
                    || (Items[at - 1].IsCapital && Items[at + 1].IsCapital && !Items[to - 1].Is(Traits.Organisation))
                )
            )
                return true;
        }
        return false;
    }

    private Source Several(int from, int to)
    {
        var named = false;
        var bodies = false;
        for (var at = from; at < to; at++)
        {
            named |= Items[at].IsCapital && !Items[at].Is(Traits.Determiner | Traits.Demonym);
            bodies |=
                Items[at].Is(Traits.Organisation | Traits.Country)
                && (Items[at].IsCapital || !Items[at].Is(Traits.People));
        }
        return new Source(
            Text(from, to),
            bodies ? SourceKind.Organisation : SourceKind.Group,
            named ? Standing.Named : Standing.Anonymous,
            null
        );
    }

    // "CEO of the Refugee Council Enver Solomon": a name closes a title that has names of its own.
    private (int From, int To)? PersonAtEnd(int from, int tie, int to)
    {
        if (tie == to || !Items[to - 1].IsCapital || !RoleWithin(from, tie))
            return null;
        for (var at = to - 2; at > tie && at >= to - 4 && Items[at].IsCapital; at--)
        {
            if (Items[at].Is(Traits.Given) || Items[at - 1].Is(Traits.Organisation))
                return (at, to);
        }
        return null;
    }

    private bool RoleWithin(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Items[at].Is(Traits.Role))
                return true;
        }
        return false;
    }

    private string? Role(Mention mention)
    {
        var from = mention.CoreTo;
        var to = mention.To;
        while (from < to && Items[from].Kind is ItemKind.Comma or ItemKind.Number)
            from++;
        while (to > from && Items[to - 1].Kind == ItemKind.Comma)
            to--;
        return to > from ? Text(from, to) : null;
    }

    private string? Title(int from, int to) => RoleWithin(from, to) ? Text(from, to) : null;
}
