using OnRecord.Attribution.English;
using OnRecord.Attribution.Text;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Naming;

internal sealed partial class Namer
{
    // "the mayor, Anna Berg,": the name stands in the apposition.
    private Source? Apposed(Mention mention, string title)
    {
        var from = mention.CoreTo;
        while (from < mention.To && Items[from].Kind == ItemKind.Comma)
            from++;
        while (
            from < mention.To
            && Items[from].IsWord
            && (Items[from].Is(Traits.Determiner | Traits.Adjective | Traits.Role) && !Items[from].IsCapital)
        )
            from++;
        var to = from;
        while (to < mention.To && Items[to].IsCapital)
            to++;
        if (to == from || to - from > 5 || (to < mention.To && Items[to].Kind != ItemKind.Comma))
            return null;
        var person = RoleWithin(mention.From, mention.CoreTo) && !IsBody(from, to) && !IsOutletRun(from, to);
        if (person)
            return Known(from, to, title);
        return IsBody(mention.From, mention.CoreTo) || IsBody(from, to) || IsOutletRun(from, to)
            ? Proper(from, to - 1, to, to, title)
            : Known(from, to, title);
    }

    // A name that opens a sentence with an article is not written so inside one; what it says of a day is no part of it.
    private string Lowered(int from, int to)
    {
        for (var at = from + 1; at + 1 < to; at++)
        {
            if (
                Items[at].Is(Traits.Preposition)
                    && (Items[at + 1].Is(Traits.Time) || Items[at + 1].Kind == ItemKind.Number)
                    && grammar.Says(at, "in")
                || grammar.Says(at, "on") && Items[at + 1].Is(Traits.Time)
            )
                to = at;
        }
        var text = Text(from, to);
        return Items[from].Is(Traits.Determiner) && text.Length > 1 && !Items[from].Is(Traits.Acronym)
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
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

    private Source Common(Mention mention, int from, int head, int to, string? role)
    {
        ref readonly var item = ref Items[head];
        var word = story.Words(item).ToString();
        var text = Lowered(from, to);
        var definite =
            Items[from].Is(Traits.Determiner)
            && !grammar.Says(from, "a")
            && !grammar.Says(from, "an")
            && !grammar.Says(from, "one")
            && !grammar.Says(from, "another")
            && !grammar.Says(from, "some");
        if (Apposed(mention, text) is { } named)
            return named;
        if (item.Is(Traits.Determiner))
            return new Source(
                text,
                word is "one" or "another" or "One" or "Another" ? SourceKind.Person : SourceKind.Group,
                Standing.Anonymous,
                role
            );
        if (Items[from].Is(Traits.Possessive) && item.Is(Traits.Role))
            return new Source(text, SourceKind.Person, Standing.Anonymous, role);
        for (var at = from; at < head; at++)
        {
            if (Items[at].Is(Traits.People) && !Items[at + 1].Is(Traits.Role | Traits.People))
                return new Source(text, SourceKind.Group, Standing.Anonymous, role);
        }
        if (item.Is(Traits.Role))
            return (definite && head + 1 == to ? antecedents.ByRole(word, Items[from].First) : null)
                ?? new Source(text, SourceKind.Person, Standing.Anonymous, role);
        if (item.Is(Traits.People))
            return new Source(text, SourceKind.Group, Standing.Anonymous, role);
        if (item.Is(Traits.Post))
            return new Source(text, SourceKind.Post, Standing.Named, role);
        if (item.Is(Traits.Outlet) || (Items[from].Is(Traits.Outlet) && from == head))
            return (definite ? antecedents.Body(word, Items[from].First, true) : null)
                ?? new Source(text, SourceKind.Outlet, definite ? Standing.Named : Standing.Anonymous, role);
        if (item.Is(Traits.Document))
            return new Source(text, SourceKind.Document, Standing.Named, role);
        if (item.Is(Traits.Figures))
            return new Source(text, SourceKind.DataSet, Standing.Named, role);
        if (item.Is(Traits.Organisation))
            return (definite && head == from + 1 ? antecedents.Body(word, Items[from].First, false) : null)
                ?? new Source(
                    text,
                    SourceKind.Organisation,
                    definite || HasName(from, head) ? Standing.Named : Standing.Anonymous,
                    role
                );
        var plural = word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal);
        return new Source(text, plural ? SourceKind.Group : SourceKind.Person, Standing.Anonymous, role);
    }
}
