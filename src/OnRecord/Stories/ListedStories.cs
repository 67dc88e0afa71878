namespace OnRecord.Stories;

/// <summary>Which stories stand in readers' lists.</summary>
internal static class ListedStories
{
    /// <summary>Those that are before readers now. An embargoed story is not: it has no live version before its time.</summary>
    public static IQueryable<Story> Listed(this IQueryable<Story> stories) =>
        // That the date is there says the live version already; PostgreSQL would walk through every draft first without being told.
        stories.Where(story => story.LiveVersionId != null && story.TakenDownAt == null && story.PublishedAt != null);
}
