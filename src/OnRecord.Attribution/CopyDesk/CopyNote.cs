using OnRecord.Documents;

namespace OnRecord.Attribution.CopyDesk;

/// <summary>Something that a copy editor would ask about. It changes nothing.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Words">The words in the text; null where they stand in the headline or deck.</param>
/// <param name="HeadlineWords">The words in the headline; null where it has no part in it.</param>
/// <param name="Other">The second place in the text, where there are two.</param>
/// <param name="Values">The words as they stand, and what they were held against: the places of the kind's sentence.</param>
public sealed record CopyNote(
    CopyNoteKind Kind,
    Span? Words,
    Span? HeadlineWords,
    Span? Other,
    ValueList<string> Values
);

/// <summary>What a note is about.</summary>
public enum CopyNoteKind
{
    /// <summary>The headline says more than the sources in the text do. Values: the headline's verb, the text's.</summary>
    HeadlineSaysMore = 1,

    /// <summary>A name is spelled two ways. Values: the spelling here, the other.</summary>
    NameTwoWays = 2,

    /// <summary>A title is spelled two ways. Values: the spelling here, the other.</summary>
    TitleTwoWays = 3,

    /// <summary>Numbers for one thing differ. Values: the number here, the other.</summary>
    NumbersDiffer = 4,

    /// <summary>A relative date that will mean another day tomorrow. Values: the words.</summary>
    RelativeDate = 5,

    /// <summary>A word that sounds like the one meant. Values: the word, the one meant.</summary>
    WrongWord = 6,

    /// <summary>A word stands twice. Values: the word.</summary>
    DoubledWord = 7,
}
