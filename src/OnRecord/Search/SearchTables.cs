using Microsoft.EntityFrameworkCore.Migrations;

namespace OnRecord.Search;

/// <summary>The tables of search. Nothing in them is not in the stories: they can be emptied and filled again (<see cref="FillSearch"/>).</summary>
internal static class SearchTables
{
    /// <summary>Kilobytes of new words on PostgreSQL that every search looks through, before they are put in order.</summary>
    public const int Pending = 1024;

    public static void Put(MigrationBuilder migration) => Run(migration, SqlitePut, PostgresPut);

    public static void Lift(MigrationBuilder migration) => Run(migration, SqliteLift, PostgresLift);

    // The words come folded and parted by spaces; this tokenizer leaves every letter beyond ASCII alone. Where a word stands is not kept.
    private static readonly IReadOnlyList<string> SqlitePut =
    [
        """CREATE TABLE "SearchStories" ("Id" INTEGER NOT NULL PRIMARY KEY, "StoryId" TEXT NOT NULL UNIQUE)""",
        """CREATE VIRTUAL TABLE "SearchWords" USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')""",
        """CREATE TABLE "SearchVocabulary" ("Word" TEXT NOT NULL PRIMARY KEY, "Mirror" TEXT NOT NULL, "Length" INTEGER NOT NULL, "Stories" INTEGER NOT NULL) WITHOUT ROWID""",
        .. Vocabulary("INTEGER"),
    ];

    // The rows stay narrow, their words lie aside: a bitmap of a common word then reads few pages, and never the words themselves.
    private static readonly IReadOnlyList<string> PostgresPut =
    [
        """CREATE TABLE "SearchStories" ("Id" bigint NOT NULL PRIMARY KEY, "StoryId" uuid NOT NULL UNIQUE, "Words" tsvector NOT NULL) WITH (toast_tuple_target = 128)""",
        """ALTER TABLE "SearchStories" ALTER COLUMN "Words" SET STORAGE EXTERNAL""",
        $"""CREATE INDEX "IX_SearchStories_Words" ON "SearchStories" USING gin ("Words") WITH (gin_pending_list_limit = {Pending})""",
        """CREATE TABLE "SearchVocabulary" ("Word" text COLLATE "C" NOT NULL PRIMARY KEY, "Mirror" text COLLATE "C" NOT NULL, "Length" integer NOT NULL, "Stories" integer NOT NULL)""",
        .. Vocabulary("integer"),
        // The planner does not know what it costs to read words that lie aside: it may only take what the index says.
        """
            CREATE FUNCTION "SearchNewest"(query text, lowest bigint, until bigint, most integer) RETURNS SETOF bigint
            LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_indexscan = off SET jit = off AS $$
            BEGIN
              RETURN QUERY EXECUTE
                'SELECT "Id" FROM "SearchStories" WHERE "Words" @@ $1::tsquery AND "Id" >= $2 AND "Id" < $3 ORDER BY "Id" DESC LIMIT $4'
                USING query, lowest, until, most;
            END $$
            """,
    ];

    private static string[] Vocabulary(string number) =>
        [
            """CREATE INDEX "IX_SearchVocabulary_Length_Word" ON "SearchVocabulary" ("Length", "Word")""",
            """CREATE INDEX "IX_SearchVocabulary_Length_Mirror" ON "SearchVocabulary" ("Length", "Mirror")""",
            $"""CREATE TABLE "SearchState" ("Reading" {number} NOT NULL)""",
        ];

    private static readonly IReadOnlyList<string> SqliteLift =
    [
        "DROP TABLE \"SearchWords\"",
        "DROP TABLE \"SearchStories\"",
        "DROP TABLE \"SearchVocabulary\"",
        "DROP TABLE \"SearchState\"",
    ];

    private static readonly IReadOnlyList<string> PostgresLift =
    [
        "DROP FUNCTION \"SearchNewest\"(text, bigint, bigint, integer)",
        "DROP TABLE \"SearchStories\"",
        "DROP TABLE \"SearchVocabulary\"",
        "DROP TABLE \"SearchState\"",
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
