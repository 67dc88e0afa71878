using System.Resources;
using OnRecord.Platform.Pages;

namespace OnRecord.Comments.Privacy;

/// <summary>What is said of somebody's own data, and of their letters.</summary>
internal static class PrivacyStrings
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Comments.Privacy.PrivacyWords",
        typeof(PrivacyStrings).Assembly
    );

    public static Words In(string? language) => new(Strings, language ?? "en");
}
