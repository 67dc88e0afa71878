using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Text;

/// <summary>A word or a mark of the text, with what the word lists know of it.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, Traits Traits, Cue? Cue, CueForm CueForm)
{
    public int Length => End - Start;
}

internal enum TokenKind : byte
{
    Word,
    Number,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,
    Open,
    Close,
    Quote,
    Clitic,
    Other,
    Break,
}
