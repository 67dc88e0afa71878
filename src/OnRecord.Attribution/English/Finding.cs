using OnRecord.Attribution.Text;

namespace OnRecord.Attribution.English;

/// <summary>A statement found, before anyone asked who its source is.</summary>
internal sealed class Finding
{
    public required int Sentence { get; init; }

    public required List<Span> Content { get; init; }

    public Mention? Source { get; set; }

    /// <summary>The cue's items, first and last; -1 where no word attributes.</summary>
    public int CueFrom { get; init; } = -1;

    public int CueTo { get; init; } = -1;

    /// <summary>Where the clause that is said begins, by item.</summary>
    public int ClauseFrom { get; init; } = -1;

    /// <summary>Who is told: <c>U.S. News</c>.</summary>
    public Mention? Told { get; set; }

    /// <summary>An outlet or programme named elsewhere in the sentence.</summary>
    public Mention? Through { get; set; }

    public bool Refusal { get; init; }

    /// <summary>Whom an outlet names as its source: <c>citing two officials</c>.</summary>
    public Mention? Cited { get; set; }

    /// <summary>Whether it is an act of speech that only names what was said.</summary>
    public bool Act { get; init; }

    /// <summary>Whether the source is that of the finding before.</summary>
    public bool SameSource { get; init; }

    public bool Covers(Span span) => Content.Exists(part => part.Start <= span.Start && part.End >= span.End);

    public bool Touches(in Item item)
    {
        foreach (var part in Content)
        {
            if (part.Start < item.End && part.End > item.Start)
                return true;
        }
        return false;
    }
}
