using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Text;

/// <summary>What a sentence is made of: a word, a mark, or a whole quotation or bracket taken as one.</summary>
internal struct Item
{
    public ItemKind Kind;
    public int First;
    public int Last;
    public int Start;
    public int End;
    public Traits Traits;
    public Cue? Cue;
    public CueForm Form;

    /// <summary>How many words a quotation has.</summary>
    public int Words;

    /// <summary>The mark that ends a quotation inside its marks, or NUL.</summary>
    public char Ending;

    /// <summary>Whether a quotation has a finite verb.</summary>
    public bool Finite;

    /// <summary>Whether the next paragraph takes the quotation up.</summary>
    public bool Open;

    public readonly bool Is(Traits traits) => (Traits & traits) != 0;

    public readonly bool IsWord => Kind is ItemKind.Word or ItemKind.Number;

    public readonly bool IsCapital => (Traits & Traits.Capital) != 0;
}

internal enum ItemKind : byte
{
    Word,
    Number,
    Clitic,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,
    Quote,
    Bracket,
    Other,
    Break,
}
