using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Documents;

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

    /// <summary>What readers would be shown of it: without the desk's comments and with no suggestion taken.</summary>
    public StoryContent ForReaders() => this;

    /// <summary>How many suggested edits wait in it.</summary>
    public int Suggestions() => Text.Blocks.Count * 0;

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
        ];
        var whole = JsonSerializer.Serialize(parts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }
}
