using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RepliesBeside : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // From now on they are deleted with the other letters to commenters.
            migrationBuilder.Sql(
                """
                INSERT INTO "CommentLetters" ("MailId", "CommenterId", "Kind", "At")
                SELECT "MailId", "CommenterId", 5, "At" FROM "CommenterSanctions" WHERE "MailId" IS NOT NULL
                """
            );

            // In a statement of its own SQLite drops it within the transaction; EF Core would make the whole table anew outside of it.
            migrationBuilder.Sql("""ALTER TABLE "CommenterSanctions" DROP COLUMN "MailId" """);

            migrationBuilder.AddColumn<Guid>(
                name: "BesideId",
                table: "ReaderComments",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "ReaderComments" DROP COLUMN "BesideId" """);

            migrationBuilder.AddColumn<Guid>(
                name: "MailId",
                table: "CommenterSanctions",
                type: "TEXT",
                nullable: true);
        }
    }
}
