using System.Collections.Immutable;
using AngleSharp.Dom;

namespace OnRecord.Imports.Reading;

internal sealed record ReadArticle
{
    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public ImmutableArray<string> Byline { get; init; } = [];
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public string? Section { get; init; }
    public string? Language { get; init; }
    public Uri? Canonical { get; init; }
    public ReadPicture? Lead { get; init; }
    public required IElement Body { get; init; }
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];
    public int Trackers { get; init; }
    public int ThirdPartyScripts { get; init; }
}

internal sealed record ReadPicture(string Address, string Alt, string? Caption, string? Credit);

internal sealed record LeftOut(string Text, string Why);
