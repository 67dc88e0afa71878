using OnRecord.Attribution.English;
using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Naming;

/// <summary>Tells who a mention is: its kind, its standing, its fullest name.</summary>
internal sealed class Namer(Story story, Grammar grammar, Cast cast)
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
        if (Coordinated(from, to) is { } and)
            return Several(from, and, to);
        var tie = FirstTie(from, to);
        if (PersonAtEnd(from, tie, to) is { } person)
            return Known(person.From, to, Title(from, person.From) ?? role);
        var head = Head(from, tie);
        var initial = head == story.Sentences[sentence].From && Items[head].Is(Traits.Document | Traits.People | Traits.Role | Traits.Figures | Traits.Post | Traits.Determiner) && !Items[head].Is(Traits.Name | Traits.Given | Traits.Country);
        if (Items[head].IsCapital && !Items[head].Is(Traits.Pronoun) && !initial)
            return Proper(from, head, tie, to, role);
        return Common(mention, from, head, to, role);
    }

    private string Text(int from, int to) => to > from ? story.Text[Items[from].Start..Items[to - 1].End].Replace('\n', ' ') : "";

    private int Head(int from, int to)
    {
        var head = to - 1;
        while (head > from && Items[head].Kind is ItemKind.Bracket or ItemKind.Clitic or ItemKind.Number or ItemKind.Quote)
            head--;
        return head;
    }

    private int FirstTie(int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (Items[at].Kind == ItemKind.Word && !Items[at].IsCapital && (Items[at].Is(Traits.Preposition | Traits.Relative | Traits.To) || (Items[at].Is(Traits.Ed | Traits.Ing) && at + 1 < to && Items[at + 1].Is(Traits.Preposition | Traits.To))))
                return at;
        }
        return to;
    }

    private int? Coordinated(int from, int to)
    {
        for (var at = from + 1; at + 1 < to; at++)
        {
            if (!Items[at].IsCapital && Items[at].Is(Traits.Preposition))
                return null;
            if (!grammar.IsAnd(at))
                continue;
            if (Items[at + 1].Is(Traits.Determiner) || (Items[at - 1].IsCapital && Items[at + 1].IsCapital && !Items[to - 1].Is(Traits.Organisation)))
                return at;
        }
        return null;
    }

    private Source Several(int from, int and, int to)
    {
        var named = false;
        var bodies = false;
        for (var at = from; at < to; at++)
        {
            named |= Items[at].IsCapital && !Items[at].Is(Traits.Determiner | Traits.Demonym);
            bodies |= Items[at].Is(Traits.Organisation | Traits.Country) && (Items[at].IsCapital || !Items[at].Is(Traits.People));
        }
        _ = and;
        return new Source(Text(from, to), bodies ? SourceKind.Organisation : SourceKind.Group, named ? Standing.Named : Standing.Anonymous, null);
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

    private Source Proper(int from, int head, int tie, int to, string? role)
    {
        var start = head;
        while (start > from && (Items[start - 1].IsCapital || (start - 2 >= from && Items[start - 2].IsCapital && IsParticle(start - 1)) || (grammar.IsAnd(start - 1) && start - 2 >= from && Items[start - 2].IsCapital) || Items[start - 1].Kind == ItemKind.Other))
            start--;
        if (Items[start].Is(Traits.Determiner) && start < head && Items[start].Kind == ItemKind.Word && !IsOutletRun(start, head + 1))
            start++;
        var afterRole = start;
        for (var at = start; at <= head; at++)
        {
            if (Items[at].Is(Traits.Role | Traits.Title) && at < head && !(Items[at].Is(Traits.Given) && at == start))
                afterRole = at + 1;
        }
        var lowerRole = start > from && RoleWithin(from, start) && !Items[start - 1].Is(Traits.Preposition);
        if (afterRole > start || (lowerRole && !IsBody(start, head + 1)))
        {
            if (!IsBody(afterRole, head + 1) || afterRole > start)
                return Known(afterRole, head + 1, Title(from, afterRole) ?? role);
        }
        var name = Text(start, head + 1);
        if (Items[head].Is(Traits.Role) && !Items[head].Is(Traits.Given) && head >= start && (start < head || Items[from].Is(Traits.Determiner)))
            return antecedents.ByRole(story.Words(Items[head]).ToString(), Items[from].First) is { } known ? known : new Source(Text(from, to), SourceKind.Person, Standing.Anonymous, role);
        var article = start > from && grammar.Says(start - 1, "the");
        if ((IsOutletRun(start, head + 1) || (article && start == head && Items[head].Is(Traits.Outlet) && !Items[head].Is(Traits.Organisation | Traits.Time))) && !Items[head].Is(Traits.Name) && article)
            return new Source("The " + cast.Outlet(name), SourceKind.Outlet, Standing.Named, role);
        if (IsOutletRun(start, head + 1) || cast.IsOutlet(name))
            return new Source(cast.Outlet(name), SourceKind.Outlet, Standing.Named, role);
        if (Items[head].Is(Traits.Organisation) && tie < to && (grammar.Says(tie, "of") || grammar.Says(tie, "for") || grammar.Says(tie, "on")))
            name = Text(start, to);
        if (start == head && cast.BySurname(name) is null && cast.ByFirstWord(name) is { } longer)
            return new Source(longer, SourceKind.Organisation, Standing.Named, role);
        if (cast.ByAcronym(name) is { } full)
            return new Source(full, SourceKind.Organisation, Standing.Named, role);
        if (IsBody(start, head + 1))
            return new Source(name, SourceKind.Organisation, Standing.Named, role);
        if (Items[head].Is(Traits.People) || (Items[head].Is(Traits.Demonym) && head > from))
            return new Source(Text(from, to), SourceKind.Group, Standing.Anonymous, role);
        if (Items[head].Is(Traits.Document) && head > start)
            return new Source(Text(from, to), SourceKind.Document, Standing.Named, role);
        var single = head == start;
        if (cast.BySurname(story.Words(Items[head]).ToString()) is { } person && (single || person.Name.StartsWith(Text(start, start + 1), StringComparison.Ordinal) || role is not null || Items[start].Is(Traits.Given)))
            return FromPerson(person, role);
        if (!single && head - start < 4 && !Items[from].Is(Traits.Determiner))
            return new Source(name, SourceKind.Person, Standing.Named, role);
        if (single && (Items[head].Is(Traits.Given) || RoleIn(role)))
            return new Source(name, SourceKind.Person, Standing.Named, role);
        return new Source(name, SourceKind.Organisation, Standing.Named, role);
    }

    // "the mayor, Anna Berg,": the name stands in the apposition.
    private Source? Apposed(Mention mention, string title)
    {
        var from = mention.CoreTo;
        while (from < mention.To && Items[from].Kind == ItemKind.Comma)
            from++;
        var to = from;
        while (from < mention.To && Items[from].IsWord && (Items[from].Is(Traits.Determiner | Traits.Adjective | Traits.Role) && !Items[from].IsCapital))
            from++;
        to = from;
        while (to < mention.To && Items[to].IsCapital)
            to++;
        if (to == from || to - from > 5 || (to < mention.To && Items[to].Kind != ItemKind.Comma))
            return null;
        var person = RoleWithin(mention.From, mention.CoreTo) && !IsBody(from, to) && !IsOutletRun(from, to);
        if (person)
            return Known(from, to, title);
        return IsBody(mention.From, mention.CoreTo) || IsBody(from, to) || IsOutletRun(from, to) ? Proper(from, to - 1, to, to, title) : Known(from, to, title);
    }

    // A name that opens a sentence with an article is not written so inside one; what it says of a day is no part of it.
    private string Lowered(int from, int to)
    {
        for (var at = from + 1; at + 1 < to; at++)
        {
            if (Items[at].Is(Traits.Preposition) && (Items[at + 1].Is(Traits.Time) || Items[at + 1].Kind == ItemKind.Number) && grammar.Says(at, "in") || grammar.Says(at, "on") && Items[at + 1].Is(Traits.Time))
                to = at;
        }
        var text = Text(from, to);
        return Items[from].Is(Traits.Determiner) && text.Length > 1 && !Items[from].Is(Traits.Acronym) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    private static bool RoleIn(string? role) => role is not null && (Lexicon.Of(role.AsSpan()[(role.LastIndexOf(' ') + 1)..]).Traits & Traits.Role) != 0;

    private bool IsParticle(int at) => grammar.Says(at, "de") || grammar.Says(at, "del") || grammar.Says(at, "della") || grammar.Says(at, "da") || grammar.Says(at, "van") || grammar.Says(at, "von") || grammar.Says(at, "der") || grammar.Says(at, "bin") || grammar.Says(at, "al") || grammar.Says(at, "la") || grammar.Says(at, "du") || grammar.Says(at, "di");

    private bool IsOutletRun(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Items[at].Is(Traits.Outlet) && (at == to - 1 || Items[at].Is(Traits.Name)) && (to - from > 1 || Items[at].Is(Traits.Name)) && !(Items[at].Is(Traits.Time | Traits.Organisation) && !Items[at].Is(Traits.Name)))
                return !(to - from > 1 && Items[from].Is(Traits.Given) && at == to - 1 && !Items[at].Is(Traits.Name) && cast.BySurname(story.Words(Items[at]).ToString()) is not null);
        }
        return false;
    }

    private bool IsBody(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Items[at].Is(Traits.Organisation | Traits.Country) && !(Items[at].Is(Traits.Given) && to - from == 2 && at == from))
                return true;
        }
        return to - from == 1 && Items[from].Is(Traits.Acronym);
    }

    private bool HasName(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Items[at].IsCapital && !Items[at].Is(Traits.Determiner))
                return true;
        }
        return false;
    }

    private Source Known(int from, int to, string? role)
    {
        if (to - from > 2 && Items[from].Kind == ItemKind.Word && Items[from + 1].Is(Traits.Given) && !Items[from].Is(Traits.Given) && !Items[from].Is(Traits.Title))
            from++;
        var person = cast.BySurname(story.Words(Items[Head(from, to)]).ToString());
        return person is not null ? FromPerson(person, role) : new Source(Text(from, to), SourceKind.Person, Standing.Named, role);
    }

    private static Source FromPerson(Person person, string? role) => new(person.Name, SourceKind.Person, Standing.Named, role);

    private Source Common(Mention mention, int from, int head, int to, string? role)
    {
        ref readonly var item = ref Items[head];
        var word = story.Words(item).ToString();
        var text = Lowered(from, to);
        var definite = Items[from].Is(Traits.Determiner) && !grammar.Says(from, "a") && !grammar.Says(from, "an") && !grammar.Says(from, "one") && !grammar.Says(from, "another") && !grammar.Says(from, "some");
        if (Apposed(mention, text) is { } named)
            return named;
        if (item.Is(Traits.Determiner))
            return new Source(text, word is "one" or "another" or "One" or "Another" ? SourceKind.Person : SourceKind.Group, Standing.Anonymous, role);
        if (Items[from].Is(Traits.Possessive) && item.Is(Traits.Role))
            return new Source(text, SourceKind.Person, Standing.Anonymous, role);
        for (var at = from; at < head; at++)
        {
            if (Items[at].Is(Traits.People) && !Items[at + 1].Is(Traits.Role | Traits.People))
                return new Source(text, SourceKind.Group, Standing.Anonymous, role);
        }
        if (item.Is(Traits.Role))
            return (definite && head + 1 == to ? antecedents.ByRole(word, Items[from].First) : null) ?? new Source(text, SourceKind.Person, Standing.Anonymous, role);
        if (item.Is(Traits.People))
            return new Source(text, SourceKind.Group, Standing.Anonymous, role);
        if (item.Is(Traits.Post))
            return new Source(text, SourceKind.Post, Standing.Named, role);
        if (item.Is(Traits.Outlet) || (Items[from].Is(Traits.Outlet) && from == head))
            return (definite ? antecedents.Body(word, Items[from].First, true) : null) ?? new Source(text, SourceKind.Outlet, definite ? Standing.Named : Standing.Anonymous, role);
        if (item.Is(Traits.Document))
            return new Source(text, SourceKind.Document, Standing.Named, role);
        if (item.Is(Traits.Figures))
            return new Source(text, SourceKind.DataSet, Standing.Named, role);
        if (item.Is(Traits.Organisation))
            return (definite && head == from + 1 ? antecedents.Body(word, Items[from].First, false) : null) ?? new Source(text, SourceKind.Organisation, definite || HasName(from, head) ? Standing.Named : Standing.Anonymous, role);
        var plural = word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal);
        return new Source(text, plural ? SourceKind.Group : SourceKind.Person, Standing.Anonymous, role);
    }
}
