namespace OnRecord.Attribution.Text;

/// <summary>Pairs quotation marks of all styles; the outermost pair counts. A mark without its partner ends with its paragraph.</summary>
internal sealed class Quotations
{
    private readonly string text;
    private readonly Token[] tokens;
    private readonly int[] nextMark;
    private readonly int[] nextSingleClose;
    private readonly List<Quotation> found = [];
    private int open = -1;
    private int depth;
    private int lastClose = -1;

    private Quotations(string text, Token[] tokens)
    {
        this.text = text;
        this.tokens = tokens;
        nextMark = new int[tokens.Length + 1];
        nextSingleClose = new int[tokens.Length + 1];
        nextMark[tokens.Length] = nextSingleClose[tokens.Length] = tokens.Length;
        for (var at = tokens.Length - 1; at >= 0; at--)
        {
            var kind = tokens[at].Kind;
            nextMark[at] = kind == TokenKind.Quote && !IsSingle(at) ? at : nextMark[at + 1];
            nextSingleClose[at] =
                kind == TokenKind.Break ? tokens.Length
                : kind == TokenKind.Quote && ClosesSingle(at) ? at
                : nextSingleClose[at + 1];
        }
    }

    public static List<Quotation> Find(string text, Token[] tokens)
    {
        if (!Array.Exists(tokens, token => token.Kind == TokenKind.Quote))
            return [];
        var reader = new Quotations(text, tokens);
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind == TokenKind.Break)
                reader.EndParagraph(at);
            else if (tokens[at].Kind == TokenKind.Quote)
                reader.Meet(at);
        }
        reader.EndParagraph(tokens.Length);
        return reader.found;
    }

    private char Mark(int at) => text[tokens[at].Start];

    private bool IsSingle(int at) => Mark(at) is '\'' or '‘' or '’' or '‚' or '`' && tokens[at].Length == 1;

    private bool SpaceBefore(int at)
    {
        var start = tokens[at].Start;
        return start == 0
            || char.IsWhiteSpace(text[start - 1])
            || text[start - 1]
                is '('
                    or '['
                    or '—'
                    or '–'
                    or '“'
                    or '"'
                    or '„'
                    or '«'
                    or '‘'
                    or '\''
                    or ':'
                    or '-'
                    or '/';
    }

    private bool SpaceAfter(int at)
    {
        var end = tokens[at].End;
        return end >= text.Length
            || char.IsWhiteSpace(text[end])
            || text[end]
                is '.'
                    or ','
                    or ';'
                    or ':'
                    or '!'
                    or '?'
                    or ')'
                    or ']'
                    or '—'
                    or '–'
                    or '”'
                    or '"'
                    or '’'
                    or '»';
    }

    private bool ClosesSingle(int at)
    {
        if (!IsSingle(at) || Mark(at) is '‘' or '‚' or '`' || SpaceBeforeStrictly(at) || !SpaceAfter(at))
            return false;
        var before = text[tokens[at].Start - 1];
        var end = tokens[at].End;
        return before != 's'
            || end >= text.Length
            || text[end] is '.' or ',' or '?' or '!' or '\n' or '”' or '"'
            || (end + 1 < text.Length && !char.IsLetter(text[end + 1]));
    }

    private bool SpaceBeforeStrictly(int at) => tokens[at].Start == 0 || char.IsWhiteSpace(text[tokens[at].Start - 1]);

    private void Meet(int at)
    {
        if (open < 0)
        {
            if (Opens(at))
            {
                open = at;
                depth = 0;
                lastClose = -1;
            }
            return;
        }
        var (mark, style) = (Mark(at), Mark(open));
        if (Closes(style, mark, at))
        {
            lastClose = at;
            if (depth-- > 0)
                return;
            Add(at, false);
        }
        else if (mark == style && mark is '“' or '«' or '„' && depth < 8)
        {
            depth++;
        }
        else if (mark == '"' && style == '"')
        {
            open = at;
        }
    }

    private bool Opens(int at) =>
        Mark(at) switch
        {
            '“' or '„' or '‟' => true,
            '«' or '‹' => !SpaceAfter(at) || SpaceBefore(at),
            '»' or '›' => SpaceBefore(at) && !SpaceAfter(at),
            '"' => !SpaceAfter(at) || (SpaceBefore(at) && at + 1 < tokens.Length),
            '\'' or '`' when tokens[at].Length == 2 => !SpaceAfter(at),
            '\'' or '‘' or '‚' or '’' or '`' => SpaceBefore(at)
                && !SpaceAfter(at)
                && at + 1 < tokens.Length
                && tokens[at + 1].Kind is TokenKind.Word or TokenKind.Open
                && nextSingleClose[at + 1] < tokens.Length,
            _ => false,
        };

    private bool Closes(char style, char mark, int at) =>
        style switch
        {
            '“' or '‟' => mark == '”' || (mark == '"' && SpaceAfter(at)) || (mark == '\'' && tokens[at].Length == 2),
            '„' => mark is '“' or '”' || (mark == '"' && SpaceAfter(at)),
            '«' => mark == '»',
            '»' => mark == '«',
            '‹' => mark == '›',
            '›' => mark == '‹',
            '"' => mark is '"' or '”' && (!SpaceBeforeStrictly(at) || SpaceAfter(at)),
            '\'' or '`' when tokens[open].Length == 2 => (mark == '\'' && tokens[at].Length == 2) || mark is '"' or '”',
            '\'' or '‘' or '’' or '‚' or '`' => ClosesSingle(at),
            _ => false,
        };

    private void EndParagraph(int end)
    {
        if (open < 0)
            return;
        var next = end < tokens.Length ? nextMark[end] : tokens.Length;
        if (next == end + 1 && next < tokens.Length && (Mark(next) == Mark(open) || Opens(next)))
        {
            Add(end - 1, true);
        }
        else if (
            next < tokens.Length
            && next - end < 400
            && lastClose < 0
            && Closes(Mark(open), Mark(next), next)
            && !(Mark(next) == '"' && Opens(next))
        )
        {
            // The same quotation closes a paragraph or two further down.
            return;
        }
        else if (lastClose > open)
        {
            Add(lastClose, false);
        }
        else if (!IsSingle(open))
        {
            Add(end - 1, false);
        }
        open = -1;
    }

    private void Add(int last, bool continues)
    {
        if (last > open)
            found.Add(new Quotation(open, last, continues));
        open = -1;
    }
}
