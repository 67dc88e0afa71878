using System.Resources;
using OnRecord.Documents;
using OnRecord.Platform.Pages;

namespace OnRecord.Stories.Publishing;

/// <summary>What readers of a story are told by the machine, in the story's language.</summary>
internal static class VersionWords
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Stories.Publishing.VersionWords",
        typeof(VersionWords).Assembly
    );

    /// <summary>The note of a version in which only spelling or layout changed, where nobody wrote another.</summary>
    public static string Spelling(string language) => In(language)["Spelling"];

    /// <summary>What stands at the address of a story that was removed: that it was, for what kind of reason, and the note.</summary>
    public static StoryContent Notice(string language, string reason, string note)
    {
        var words = In(language);
        return new StoryContent
        {
            Headline = words["RemovedHeading"],
            Language = language,
            Text = new StoryDocument([
                // A reason that no one knows is refused with the form, before a notice is shown.
                Line(words[PublicRecord.SealErasure.Reasons.Contains(reason) ? $"Removed.{reason}" : "RemovedHeading"]),
                Line(note.Trim()),
            ]),
        };
    }

    private static Paragraph Line(string words) => new([new Text(words)]);

    private static Words In(string language) => new(Strings, language);
}
