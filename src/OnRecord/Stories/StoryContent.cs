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

    /// <summary>The picture above the text; null where there is none, or its bytes could not be had.</summary>
    public LeadPicture? Lead { get; init; }

    public required StoryDocument Text { get; init; }

    /// <summary>A hash by which two contents are told apart: SHA-256, in hexadecimal.</summary>
    public string Fingerprint()
    {
        var whole = JsonSerializer.Serialize(
            new object?[] { Headline, Deck, Language, SectionId, Byline.ToArray(), Lead, ProseMirrorWriter.Write(Text) }
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }
}
