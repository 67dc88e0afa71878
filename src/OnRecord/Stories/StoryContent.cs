using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Documents;
using OnRecord.Sources;

namespace OnRecord.Stories;

/// <summary>What a reader is shown as the story. The draft holds one, and each version.</summary>
internal sealed record StoryContent
{
    public required string Headline { get; init; }

    public string? Deck { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    public Guid? SectionId { get; init; }

    public ValueList<string> Byline { get; init; } = [];

    /// <summary>What it is about, by the names of topics.</summary>
    public ValueList<string> Topics { get; init; } = [];

    /// <summary>The picture above the text; null where there is none, or its bytes could not be had.</summary>
    public LeadPicture? Lead { get; init; }

    public required StoryDocument Text { get; init; }

    /// <summary>The public side of its sources. A draft's lines may be of words that are gone; a version's are those of its text, in its order.</summary>
    public ValueList<LedgerLine> Ledger { get; init; } = [];

    /// <summary>What readers would be shown of it: without the desk's comments, with no suggestion taken, without the empty lines a writer leaves,
    /// and with the sources of the words that are there.</summary>
    public StoryContent ForReaders()
    {
        var text = Published.Of(Text);
        text = text with { Blocks = text.Blocks.Where(IsSeen).ToValueList() };
        var lines = Ledger.ToDictionary(line => line.Id);
        text = MarkedPassages.Keep(text, lines.ContainsKey);
        return this with
        {
            Text = text,
            Ledger = MarkedPassages.Of(text).Select(passage => lines[passage.Key]).ToValueList(),
        };
    }

    /// <summary>How many suggested edits wait in it.</summary>
    public int SuggestionCount() => Suggestions.Count(Text);

    /// <summary>A hash by which two contents are told apart: SHA-256, in hexadecimal.</summary>
    public string Fingerprint()
    {
        object?[] parts =
        [
            Headline,
            Deck,
            Language,
            SectionId,
            Byline.ToArray(),
            Lead,
            ProseMirrorWriter.Write(Text),
            // Stories of before there were topics keep the fingerprint they had.
            .. Topics.Count == 0 ? [] : new object?[] { Topics.ToArray() },
            .. Ledger.Count == 0 ? [] : new object?[] { "ledger", LedgerJson.Write(Ledger) },
        ];
        var whole = JsonSerializer.Serialize(parts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    private static bool IsSeen(Block block) =>
        block is not Paragraph paragraph || PlainText.Of(paragraph.Content).Trim().Length > 0;
}
