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

            migrationBuilder.DropColumn(
                name: "MailId",
                table: "CommenterSanctions");

            migrationBuilder.AddColumn<Guid>(
                name: "BesideId",
                table: "ReaderComments",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BesideId",
                table: "ReaderComments");

            migrationBuilder.AddColumn<Guid>(
                name: "MailId",
                table: "CommenterSanctions",
                type: "TEXT",
                nullable: true);
        }
    }
}
