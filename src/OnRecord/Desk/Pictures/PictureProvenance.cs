using System.Globalization;
using OnRecord.Media.ContentCredentials;
using OnRecord.Platform.Pages;
using OnRecord.Stories;

namespace OnRecord.Desk.Pictures;

/// <summary>What a picture's manifest says, put into a person's words. What we have no word for is shown as it stands there.</summary>
internal static class PictureProvenance
{
    private static readonly string[] Actions =
    [
        "created",
        "opened",
        "edited",
        "cropped",
        "resized",
        "color_adjustments",
        "filtered",
        "placed",
        "converted",
        "published",
    ];

    private static readonly string[] Sources =
    [
        "digitalCapture",
        "digitalCreation",
        "composite",
        "humanEdits",
        "trainedAlgorithmicMedia",
        "compositeWithTrainedAlgorithmicMedia",
        "algorithmicMedia",
    ];

    public static ProvenanceView? Of(string? json, Words words, Newsroom newsroom) =>
        ManifestSummary.Read(json) is not { } said
            ? null
            : new ProvenanceView(
                said.SaysGenerated,
                [
                    .. new (string Key, string? Value)[]
                    {
                        ("Generator", said.Generator),
                        ("Title", said.Title),
                        ("Signer", said.Signer),
                        ("Issuer", said.Issuer),
                        ("SignedAt", said.SignedAt is { } at ? words.Moment(newsroom.Local(at)) : null),
                    }
                        .Where(fact => fact.Value is not null)
                        .Select(fact => new PictureFact(words[$"Says.{fact.Key}"], fact.Value!)),
                ],
                [.. said.Actions.Select(action => Line(action, words, newsroom))]
            );

    private static string Line(ManifestAction action, Words words, Newsroom newsroom)
    {
        var done = action.Action.Replace("c2pa.", "", StringComparison.Ordinal);
        string?[] parts =
        [
            Actions.Contains(done) ? words[$"Action.{done}"] : action.Action,
            action.SourceType is { } source
                ? Sources.Contains(source)
                    ? words[$"Source.{source}"]
                    : source
                : null,
            action.Agent,
            When(action.When, words, newsroom),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string? When(string? written, Words words, Newsroom newsroom) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? words.Moment(newsroom.Local(at))
            : written;
}
