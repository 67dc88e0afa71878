using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Text;

/// <summary>A text read: its tokens, its items, and where its sentences lie.</summary>
internal sealed class Story
{
    private const int LongestBracket = 40;

    private Story(string text, Token[] tokens)
    {
        Text = text;
        Tokens = tokens;
        Items = [];
        Sentences = [];
    }

    public string Text { get; }

    public Token[] Tokens { get; }

    public Item[] Items { get; private set; }

    public List<Sentence> Sentences { get; }

    public static Story Read(string text)
    {
        var story = new Story(text, Tokenizer.Read(text));
        story.Gather(Quotations.Find(text, story.Tokens));
        SentenceSplitter.Split(story);
        return story;
    }

    public ReadOnlySpan<char> Words(in Item item) => Text.AsSpan(item.Start, item.End - item.Start);

    private void Gather(List<Quotation> quotations)
    {
        // Filled in place: an item is too large to be copied about.
        var (items, count) = (new Item[Tokens.Length], 0);
        var quotation = 0;
        var at = 0;
        while (at < Tokens.Length)
        {
            if (quotation < quotations.Count && quotations[quotation].First == at)
            {
                Quote(quotations[quotation], ref items[count++]);
                at = quotations[quotation++].Last + 1;
                continue;
            }
            var token = Tokens[at];
            var close =
                token.Kind == TokenKind.Open
                    ? Bracket(at, quotation < quotations.Count ? quotations[quotation].First : Tokens.Length)
                    : -1;
            if (close > 0)
            {
                ref var bracket = ref items[count++];
                bracket.Kind = ItemKind.Bracket;
                (bracket.First, bracket.Last) = (at, close);
                (bracket.Start, bracket.End) = (token.Start, Tokens[close].End);
                at = close + 1;
                continue;
            }
            if (
                token.Kind == TokenKind.Quote
                && token.Length == 1
                && at > 0
                && Text[token.Start] is '\'' or '’'
                && Tokens[at - 1].End == token.Start
            )
                token = token with { Kind = TokenKind.Clitic };
            Single(token, at, ref items[count++]);
            at++;
        }
        if (count < items.Length)
            Array.Resize(ref items, count);
        Items = items;
    }

    private static void Single(in Token token, int at, ref Item item)
    {
        item.Kind = token.Kind switch
        {
            TokenKind.Word => ItemKind.Word,
            TokenKind.Number => ItemKind.Number,
            TokenKind.Clitic => ItemKind.Clitic,
            TokenKind.Comma => ItemKind.Comma,
            TokenKind.Colon => ItemKind.Colon,
            TokenKind.Semicolon => ItemKind.Semicolon,
            TokenKind.Dash => ItemKind.Dash,
            TokenKind.Stop => ItemKind.Stop,
            TokenKind.Break => ItemKind.Break,
            _ => ItemKind.Other,
        };
        (item.First, item.Last) = (at, at);
        (item.Start, item.End) = (token.Start, token.End);
        (item.Traits, item.Cue, item.Form) = (token.Traits, token.Cue, token.CueForm);
    }

    private int Bracket(int at, int limit)
    {
        var depth = 0;
        for (var close = at; close < Math.Min(limit, Math.Min(Tokens.Length, at + LongestBracket)); close++)
        {
            if (Tokens[close].Kind == TokenKind.Break)
                return -1;
            if (Tokens[close].Kind == TokenKind.Open)
                depth++;
            else if (Tokens[close].Kind == TokenKind.Close && --depth == 0)
                return close;
        }
        return -1;
    }

    private void Quote(Quotation quotation, ref Item item)
    {
        (item.Kind, item.Open) = (ItemKind.Quote, quotation.Open);
        (item.First, item.Last) = (quotation.First, quotation.Last);
        (item.Start, item.End) = (Tokens[quotation.First].Start, Tokens[quotation.Last].End);
        for (var at = quotation.First; at <= quotation.Last; at++)
        {
            var token = Tokens[at];
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                if (item.Words++ == 0)
                    item.Traits = token.Traits & Traits.Capital;
                item.Finite |=
                    (token.Traits & (Traits.Finite | Traits.Third | Traits.Ed)) != 0
                    || (token.Traits & Traits.Base) != 0;
            }
            else if (token.Kind == TokenKind.Clitic)
            {
                item.Finite |= token.Length > 1;
            }
        }
        var last = quotation.Last;
        while (last > quotation.First && Tokens[last].Kind is TokenKind.Quote)
            last--;
        if (Tokens[last].Kind is TokenKind.Stop or TokenKind.Comma or TokenKind.Dash)
            item.Ending = Text[Tokens[last].Start] == '–' ? '—' : Text[Tokens[last].Start];
        else if (Text[Tokens[last].End - 1] == '.')
            item.Ending = '.';
    }
}

/// <summary>A run of items up to the mark that ends it.</summary>
/// <param name="From">The first item.</param>
/// <param name="To">The item after the last.</param>
/// <param name="Paragraph">The number of its paragraph.</param>
internal readonly record struct Sentence(int From, int To, int Paragraph);
