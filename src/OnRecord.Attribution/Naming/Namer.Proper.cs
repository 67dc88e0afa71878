using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Naming;

internal sealed partial class Namer
{
    private Source Proper(int from, int head, int tie, int to, string? role)
    {
        var start = head;
        while (
            start > from
            && (
                Items[start - 1].IsCapital
                || (start - 2 >= from && Items[start - 2].IsCapital && IsParticle(start - 1))
                || (grammar.IsAnd(start - 1) && start - 2 >= from && Items[start - 2].IsCapital)
                || Items[start - 1].Kind == ItemKind.Other
            )
        )
            start--;
        if (
            Items[start].Is(Traits.Determiner)
            && start < head
            && Items[start].Kind == ItemKind.Word
            && !IsOutletRun(start, head + 1)
        )
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
        if (
            Items[head].Is(Traits.Role)
            && !Items[head].Is(Traits.Given)
            && head >= start
            && (start < head || Items[from].Is(Traits.Determiner))
        )
            return antecedents.ByRole(story.Words(Items[head]).ToString(), Items[from].First) is { } known
                ? known
                : new Source(Text(from, to), SourceKind.Person, Standing.Anonymous, role);
        var article = start > from && grammar.Says(start - 1, "the");
        if (
            (
                IsOutletRun(start, head + 1)
                || (
                    article
                    && start == head
                    && Items[head].Is(Traits.Outlet)
                    && !Items[head].Is(Traits.Organisation | Traits.Time)
                )
            )
            && !Items[head].Is(Traits.Name)
            && article
        )
            return new Source("The " + cast.Outlet(name), SourceKind.Outlet, Standing.Named, role);
        if (IsOutletRun(start, head + 1) || cast.IsOutlet(name))
            return new Source(cast.Outlet(name), SourceKind.Outlet, Standing.Named, role);
        if (
            Items[head].Is(Traits.Organisation)
            && tie < to
            && (grammar.Says(tie, "of") || grammar.Says(tie, "for") || grammar.Says(tie, "on"))
        )
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
        if (
            cast.BySurname(story.Words(Items[head]).ToString()) is { } person
            && (
                single
                || person.Name.StartsWith(Text(start, start + 1), StringComparison.Ordinal)
                || role is not null
                || Items[start].Is(Traits.Given)
            )
        )
            return FromPerson(person, role);
        if (!single && head - start < 4 && !Items[from].Is(Traits.Determiner))
            return new Source(name, SourceKind.Person, Standing.Named, role);
        if (single && (Items[head].Is(Traits.Given) || RoleIn(role)))
            return new Source(name, SourceKind.Person, Standing.Named, role);
        return new Source(name, SourceKind.Organisation, Standing.Named, role);
    }

    private static bool RoleIn(string? role) =>
        role is not null && (Lexicon.Of(role.AsSpan()[(role.LastIndexOf(' ') + 1)..]).Traits & Traits.Role) != 0;

    private bool IsParticle(int at) =>
        grammar.Says(at, "de")
        || grammar.Says(at, "del")
        || grammar.Says(at, "della")
        || grammar.Says(at, "da")
        || grammar.Says(at, "van")
        || grammar.Says(at, "von")
        || grammar.Says(at, "der")
        || grammar.Says(at, "bin")
        || grammar.Says(at, "al")
        || grammar.Says(at, "la")
        || grammar.Says(at, "du")
        || grammar.Says(at, "di");

    private bool IsOutletRun(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (
                Items[at].Is(Traits.Outlet)
                && (at == to - 1 || Items[at].Is(Traits.Name))
                && (to - from > 1 || Items[at].Is(Traits.Name))
                && !(Items[at].Is(Traits.Time | Traits.Organisation) && !Items[at].Is(Traits.Name))
            )
                return !(
                    to - from > 1
                    && Items[from].Is(Traits.Given)
                    && at == to - 1
                    && !Items[at].Is(Traits.Name)
                    && cast.BySurname(story.Words(Items[at]).ToString()) is not null
                );
        }
        return false;
    }

    private bool IsBody(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (
                Items[at].Is(Traits.Organisation | Traits.Country)
                && !(Items[at].Is(Traits.Given) && to - from == 2 && at == from)
            )
                return true;
        }
        return to - from == 1 && Items[from].Is(Traits.Acronym);
    }

    private Source Known(int from, int to, string? role)
    {
        if (
            to - from > 2
            && Items[from].Kind == ItemKind.Word
            && Items[from + 1].Is(Traits.Given)
            && !Items[from].Is(Traits.Given)
            && !Items[from].Is(Traits.Title)
        )
            from++;
        var person = cast.BySurname(story.Words(Items[Head(from, to)]).ToString());
        return person is not null
            ? FromPerson(person, role)
            : new Source(Text(from, to), SourceKind.Person, Standing.Named, role);
    }

    private static Source FromPerson(Person person, string? role) =>
        new(person.Name, SourceKind.Person, Standing.Named, role);
}
