using Microsoft.EntityFrameworkCore.Migrations;

namespace OnRecord.Stories.Sealing;

/// <summary>Has the database itself refuse that a version is deleted or changed. Only the law's removal passes: once, and only to blank the words.
/// A migration that makes the table anew on SQLite has to put this there again.</summary>
internal static class VersionsStand
{
    private const string Kept = "What readers were shown is kept: a version is never deleted.";
    private const string Stands = "What readers were shown stands: a version is never changed.";

    // Erased once; what says that it was, of what kind and when stays, and nothing takes the place of the words.
    private const string Erasure = """
        OLD."ErasedAt" IS NULL AND NEW."ErasedAt" IS NOT NULL
        AND NEW."Id" = OLD."Id" AND NEW."StoryId" = OLD."StoryId" AND NEW."Number" = OLD."Number"
        AND NEW."Kind" = OLD."Kind" AND NEW."At" = OLD."At" AND NEW."IsQuiet" = OLD."IsQuiet"
        AND COALESCE(NEW."Since", 0) = COALESCE(OLD."Since", 0) AND COALESCE(NEW."Reason", '') = COALESCE(OLD."Reason", '')
        AND NEW."Note" = '' AND NEW."Wrong" IS NULL AND NEW."Right" IS NULL
        AND NEW."Content_Headline" = '—' AND NEW."Content_Deck" IS NULL AND NEW."Content_Lead" IS NULL
        AND NEW."Content_Byline" = '[]' AND NEW."Content_Topics" = '[]' AND NEW."Content_Ledger" = '[]'
        AND NEW."Content_Text" = '{"type":"doc"}'
        """;

    public static void Put(MigrationBuilder migration) => Run(migration, SqlitePut, PostgresPut);

    public static void Lift(MigrationBuilder migration) => Run(migration, SqliteLift, PostgresLift);

    public static IReadOnlyList<string> SqlitePut { get; } =
    [
        $"""CREATE TRIGGER "StoryVersionsAreKept" BEFORE DELETE ON "StoryVersions" BEGIN SELECT RAISE(ABORT, '{Kept}'); END""",
        $"""CREATE TRIGGER "StoryVersionsStand" BEFORE UPDATE ON "StoryVersions" WHEN NOT ({Erasure}) BEGIN SELECT RAISE(ABORT, '{Stands}'); END""",
    ];

    public static IReadOnlyList<string> PostgresPut { get; } =
    [
        $"""
            CREATE FUNCTION "StoryVersionsAreKept"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Kept}'; END $$
            """,
        $"""
            CREATE FUNCTION "StoryVersionsStand"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF {Erasure} THEN RETURN NEW; END IF;
              RAISE EXCEPTION '{Stands}';
            END $$
            """,
        """CREATE TRIGGER "StoryVersionsAreKept" BEFORE DELETE OR TRUNCATE ON "StoryVersions" FOR EACH STATEMENT EXECUTE FUNCTION "StoryVersionsAreKept"()""",
        """CREATE TRIGGER "StoryVersionsStand" BEFORE UPDATE ON "StoryVersions" FOR EACH ROW EXECUTE FUNCTION "StoryVersionsStand"()""",
    ];

    private static readonly IReadOnlyList<string> SqliteLift =
    [
        "DROP TRIGGER \"StoryVersionsAreKept\"",
        "DROP TRIGGER \"StoryVersionsStand\"",
    ];

    private static readonly IReadOnlyList<string> PostgresLift =
    [
        "DROP TRIGGER \"StoryVersionsAreKept\" ON \"StoryVersions\"",
        "DROP TRIGGER \"StoryVersionsStand\" ON \"StoryVersions\"",
        "DROP FUNCTION \"StoryVersionsAreKept\"()",
        "DROP FUNCTION \"StoryVersionsStand\"()",
    ];

    private static void Run(MigrationBuilder migration, IReadOnlyList<string> sqlite, IReadOnlyList<string> postgres)
    {
        foreach (
            var sql in migration.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
                ? sqlite
                : postgres
        )
            migration.Sql(sql);
    }
}
