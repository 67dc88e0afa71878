using OnRecord.Attribution.CopyDesk.Headlines;
using OnRecord.Attribution.CopyDesk.Names;
using OnRecord.Attribution.CopyDesk.Numbers;
using OnRecord.Attribution.CopyDesk.WordChoice;

namespace OnRecord.Attribution.CopyDesk;

/// <summary>Reads a story as a copy editor does, and notes what to look at again. Few notes, no fixes; deterministic; asks nobody.</summary>
public static class CopyNotes
{
    /// <summary>The notes on a story, in the order of their words; those on the headline first.</summary>
    /// <param name="headline">Its headline.</param>
    /// <param name="deck">The lines below the headline, where there are any.</param>
    /// <param name="text">Its text, paragraphs parted by empty lines. Any string will do.</param>
    /// <param name="proposals">Who says what in the text.</param>
    /// <param name="language">Its BCP 47 tag. English is read whole; other European languages for doubled words alone; the rest not at all.</param>
    public static IReadOnlyList<CopyNote> Of(
        string headline,
        string? deck,
        string text,
        IReadOnlyList<Proposal> proposals,
        string language = "en"
    )
    {
        var tongue = language.Split('-', 2)[0].ToLowerInvariant();
        var body = CopyText.Read(text);
        var notes = DoubledWords.In(body, tongue);
        if (tongue == "en")
        {
            var top = CopyText.Read(headline);
            var below = CopyText.Read(deck ?? "");
            notes =
            [
                .. HeadlineSaysMore.Than(top, body, proposals),
                .. NamesTwoWays.In(top, below, body),
                .. FirstNames.In(body),
                .. KnownTwoWays.In(body),
                .. NumbersThatDiffer.In(top, body, proposals),
                .. RelativeDates.In(body),
                .. WrongWords.In(body),
                .. Articles.In(body),
                .. notes,
            ];
        }
        return [.. notes.OrderBy(note => note.HeadlineWords is null).ThenBy(note => note.Words?.Start ?? -1)];
    }
}
