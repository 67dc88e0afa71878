namespace OnRecord.Attribution.Words;

/// <summary>A verb that attributes, and what it may govern.</summary>
internal sealed record Cue(string Lemma, CueTraits Traits)
{
    public bool Is(CueTraits traits) => (Traits & traits) != 0;
}

/// <summary>What a verb that attributes may govern, and what else its forms may be.</summary>
[Flags]
internal enum CueTraits
{
    None = 0,

    /// <summary>A clause follows, nearly always: <c>said the bridge was safe</c>.</summary>
    Loose = 1,

    /// <summary>A thing may follow as well as a clause: <c>announced a plan</c>.</summary>
    Transitive = 2,

    /// <summary>Some forms are nouns too: <c>claims</c>.</summary>
    Noun = 4,

    /// <summary>Who is told stands before the clause: <c>told reporters that</c>.</summary>
    Addressed = 8,

    /// <summary>Written for all to read: <c>tweeted</c>.</summary>
    Post = 16,

    /// <summary>What is found rather than said: <c>showed</c>.</summary>
    Finding = 32,

    /// <summary>Brings a question: <c>asked whether</c>.</summary>
    Asking = 64,

    /// <summary>Takes an infinitive as what is said: <c>vowed to</c>, <c>urged them to</c>.</summary>
    Infinitive = 128,

    /// <summary>Takes a gerund as what is said: <c>denied knowing</c>.</summary>
    Gerund = 256,

    /// <summary>Only a quotation follows or goes before.</summary>
    Quoting = 512,

    /// <summary>Only <c>that</c> or a quotation follows.</summary>
    Strict = 1024,

    /// <summary>What outlets do: <c>reports</c>.</summary>
    Reporting = 2048,
}

internal enum CueForm : byte
{
    None,
    Plain,
    Third,
    Past,
    Participle,
}
