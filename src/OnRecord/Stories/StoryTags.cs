namespace OnRecord.Stories;

/// <summary>The tags by which stored pages hang on stories.</summary>
internal static class StoryTags
{
    /// <summary>What stands round every page: the newsroom, sections, menus, policies, colours.</summary>
    public const string Site = "site";

    /// <summary>Whatever lists stories from all of the newsroom: the front, its feeds, news sitemap.</summary>
    public const string Front = "front";

    /// <summary>Lists of corrections.</summary>
    public const string Corrections = "corrections";

    /// <summary>A story's own page, pages below it, and those that show its headline beside another story.</summary>
    public static string Story(Guid id) => $"story:{id:N}";

    /// <summary>Lists of one section's stories.</summary>
    public static string Section(Guid id) => $"section:{id:N}";

    public static string Topic(Guid id) => $"topic:{id:N}";

    /// <summary>Somebody who signs stories.</summary>
    public static string Person(Guid id) => $"person:{id:N}";

    /// <summary>Whatever leads from one month that has stories to the next.</summary>
    public const string Archives = "archives";

    /// <summary>Lists of one month's stories, on the clock of their addresses: <c>archive:2026-03</c>.</summary>
    public static string Archive(int year, int month) => $"archive:{year:D4}-{month:D2}";
}
