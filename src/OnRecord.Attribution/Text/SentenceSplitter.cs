using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Text;

/// <summary>Parts a story's items into sentences. A stop inside a quotation ends none, unless the quotation ends there.</summary>
internal static class SentenceSplitter
{
    private const int Longest = 160;

    public static void Split(Story story)
    {
        var items = story.Items;
        var (from, paragraph) = (0, 0);
        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].Kind == ItemKind.Break)
            {
                Add(story, from, at, paragraph++);
                from = at + 1;
            }
            else if (Ends(story, at) || at - from >= Longest)
            {
                while (
                    at + 1 < items.Length
                    && at - from < Longest
                    && items[at].Kind == ItemKind.Stop
                    && items[at + 1].Kind == ItemKind.Stop
                )
                    at++;
                Add(story, from, at + 1, paragraph);
                from = at + 1;
            }
        }
        Add(story, from, items.Length, paragraph);
    }

    private static void Add(Story story, int from, int to, int paragraph)
    {
        if (to > from)
            story.Sentences.Add(new Sentence(from, to, paragraph));
    }

    private static bool Ends(Story story, int at)
    {
        var items = story.Items;
        ref readonly var item = ref items[at];
        var next = at + 1 < items.Length ? items[at + 1] : new Item { Kind = ItemKind.Break };
        if (next.Kind == ItemKind.Break)
            return false;
        var lower = next.IsWord && !next.IsCapital && next.Kind == ItemKind.Word;
        switch (item.Kind)
        {
            case ItemKind.Stop:
                return !(lower && story.Text[item.Start] is '.' or '…')
                    && next.Kind is not (ItemKind.Comma or ItemKind.Stop);
            case ItemKind.Quote:
                if (
                    item.Ending is not ('.' or '!' or '?' or '…' or '\0')
                    || lower
                    || next.Kind
                        is ItemKind.Comma
                            or ItemKind.Dash
                            or ItemKind.Stop
                            or ItemKind.Semicolon
                            or ItemKind.Bracket
                )
                    return false;
                if (item.Ending == '\0')
                    return false;
                return next.Kind == ItemKind.Quote || !(item.Ending is '!' or '?' or '…' && IsTail(items, at + 1));
            case ItemKind.Word when item.End > item.Start && story.Text[item.End - 1] == '.':
                return next.IsCapital
                    && !item.Is(Traits.Title)
                    && next.Is(
                        Traits.Determiner
                            | Traits.Pronoun
                            | Traits.Preposition
                            | Traits.Coordinator
                            | Traits.Subordinator
                            | Traits.Adverb
                    );
            default:
                return false;
        }
    }

    // "Where?" Smith asked.
    private static bool IsTail(Item[] items, int at)
    {
        for (var ahead = at; ahead < Math.Min(items.Length, at + 16); ahead++)
        {
            if (items[ahead].Kind is ItemKind.Stop or ItemKind.Break or ItemKind.Quote)
                return false;
            if (items[ahead].Cue is not null && items[ahead].Form is CueForm.Past or CueForm.Third)
                return ahead + 1 >= items.Length
                    || items[ahead + 1].Kind is not ItemKind.Word
                    || !items[ahead + 1].Is(Traits.That | Traits.Determiner | Traits.Pronoun);
            if (items[ahead].Is(Traits.Finite))
                return false;
        }
        return false;
    }
}
