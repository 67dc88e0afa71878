using System.Globalization;
using OnRecord.Stories;

namespace OnRecord.Desk.Publishing;

/// <summary>What the form of the publishing acts was filled with.</summary>
public sealed record PublishFields
{
    public const string Spelling = "Spelling";

    /// <summary>What the act is: a kind of version, or <see cref="Spelling"/>.</summary>
    public string Kind { get; init; } = "";
    public string Note { get; init; } = "";
    public string Wrong { get; init; } = "";
    public string Right { get; init; } = "";
    public int? Since { get; init; }
    public bool IsConfirmed { get; init; }
    public bool AtATime { get; init; }
    public string At { get; init; } = "";

    /// <summary>The last part of another address; empty where none was asked for.</summary>
    public string Address { get; init; } = "";

    internal static PublishFields Read(IFormCollection form) =>
        new()
        {
            Kind = form["kind"].ToString(),
            Note = form["note"].ToString(),
            Wrong = Lines(form["wrong"].ToString()),
            Right = Lines(form["right"].ToString()),
            Since = int.TryParse(form["since"], NumberStyles.None, CultureInfo.InvariantCulture, out var since)
                ? since
                : null,
            IsConfirmed = form["confirmed"] == "on",
            AtATime = form["when"] == "at",
            At = form["at"].ToString(),
        };

    /// <returns>Null where it is none that is chosen here.</returns>
    internal VersionAct? Act() =>
        Kind == Spelling ? new VersionAct(VersionKind.Update, Note) { IsQuiet = true, IsConfirmed = IsConfirmed }
        : Enum.TryParse<VersionKind>(Kind, out var kind)
        && kind is VersionKind.First or VersionKind.Update or VersionKind.Clarification or VersionKind.Correction
            ? new VersionAct(kind, Note)
            {
                Correction = kind == VersionKind.Correction ? new Correction(Wrong, Right, Since) : null,
            }
        : null;

    // A browser sends two characters for each line that ends and counts one.
    private static string Lines(string written) =>
        written.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
}
