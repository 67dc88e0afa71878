using System.Globalization;
using OnRecord.Desk.Writing;
using OnRecord.Platform;

namespace OnRecord.Desk.Publishing;

/// <summary>The page on which versions are removed because the law asks for it: first the form, then the question.</summary>
public sealed record RemoveView
{
    public required StoryHeadView Head { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public required IReadOnlyList<string> Reasons { get; init; }
    public required IReadOnlyList<RemovableVersion> Versions { get; init; }
    public required RemoveFields Filled { get; init; }

    /// <summary>Whether all is filled in and only the question is left.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether readers lose the text they see now.</summary>
    public bool GoesDown { get; init; }
}

/// <summary>A version whose words are still there.</summary>
/// <param name="IsChosen">Whether they are to be destroyed.</param>
public sealed record RemovableVersion(int Number, string Label, string Note, bool IsChosen);

/// <summary>What the form was filled with.</summary>
public sealed record RemoveFields
{
    public string Reason { get; init; } = "";
    public string Note { get; init; } = "";
    public bool Some { get; init; }
    public IReadOnlyList<int> Numbers { get; init; } = [];

    internal static RemoveFields Read(IFormCollection form) =>
        new()
        {
            Reason = form["reason"].ToString(),
            Note = form["note"].ToString(),
            Some = form["which"] == "some",
            Numbers = [.. form["version"].Select(Number).OfType<int>()],
        };

    private static int? Number(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
