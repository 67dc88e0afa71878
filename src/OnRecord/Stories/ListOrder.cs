using Microsoft.EntityFrameworkCore.Migrations;

namespace OnRecord.Stories;

/// <summary>The date by which the rows of a topic and of a person are sorted, for rows from before they held it.</summary>
internal static class ListOrder
{
    public static void Put(MigrationBuilder migration)
    {
        foreach (var table in new[] { "StoryTopics", "StoryBylines" })
            migration.Sql(
                $"""
                UPDATE "{table}"
                SET "PublishedAt" = (SELECT "Stories"."PublishedAt" FROM "Stories" WHERE "Stories"."Id" = "{table}"."StoryId")
                WHERE EXISTS (SELECT 1 FROM "Stories" WHERE "Stories"."Id" = "{table}"."StoryId" AND "Stories"."PublishedAt" IS NOT NULL);
                """
            );
    }
}
