using System.Resources;
using OnRecord.Platform.Pages;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>What readers of a story are told when a source it shows is described anew. Says nothing that the story does not show.</summary>
internal static class SourceNotes
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Stories.Ledger.SourceNoteWords",
        typeof(SourceNotes).Assembly
    );

    /// <returns>The note in a story's language.</returns>
    public static Func<string, string> Of(Newsroom newsroom, SourceWords before, Source after) =>
        language =>
            !before.IsNamed && after.IsNamed ? In(language)["Named"]
            : !after.IsNamed && before.Reason != after.Reason ? In(language)["Reason"]
            : before.Name == after.Name || newsroom.HidesSources || !after.IsNamed ? In(language)["Described"]
            : In(language).With("Spelled", after.Name);

    /// <summary>That a story's sources are shown from now on, or no longer, in its language.</summary>
    public static string Switched(string language, bool shown) => In(language)[shown ? "ShownAgain" : "Hidden"];

    private static Words In(string language) => new(Strings, language);
}
