using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Documents;
using OnRecord.Imports.Reading;

namespace OnRecord.Imports;

/// <summary>A story as it was read from a page, before anything is kept.</summary>
internal sealed record ReadStory
{
    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public IReadOnlyList<string> Byline { get; init; } = [];
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public string? Section { get; init; }
    public required string Language { get; init; }

    /// <summary>The address the page says is its own.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>The picture above the text; its address is empty where the page names the picture and does not hold it.</summary>
    public ReadPicture? Lead { get; init; }

    public required StoryDocument Text { get; init; }
    public IReadOnlyList<LeftOut> Removed { get; init; } = [];

    /// <summary>SHA-256 of all that was read, in hexadecimal. A page whose furniture alone changed keeps it.</summary>
    public string ContentHash()
    {
        var whole = JsonSerializer.Serialize(
            new object?[]
            {
                Headline,
                Deck,
                Byline,
                PublishedAt?.UtcTicks,
                Section,
                Language,
                Lead,
                ProseMirrorWriter.Write(Text),
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    /// <summary>By what the same story is known again: its canonical address, or else its content.</summary>
    public string Identity() => Canonical is null ? $"sha256:{ContentHash()}" : $"url:{Canonical.AbsoluteUri}";
}
