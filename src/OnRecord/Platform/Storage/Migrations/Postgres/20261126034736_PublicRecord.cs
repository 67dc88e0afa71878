using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PublicRecord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ErasedAt",
                table: "StoryVersions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "StoryVersions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Right",
                table: "StoryVersions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Since",
                table: "StoryVersions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wrong",
                table: "StoryVersions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ScheduledQuiet",
                table: "Stories",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ScheduledRight",
                table: "Stories",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledSince",
                table: "Stories",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduledWrong",
                table: "Stories",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AnswerHours",
                table: "Newsroom",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AskedWitnesses",
                columns: table => new
                {
                    Origin = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Line = table.Column<string>(type: "text", nullable: false),
                    Fault = table.Column<int>(type: "integer", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    AskAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedWitnesses", x => new { x.Origin, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "ErrorReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    WordsHash = table.Column<string>(type: "text", nullable: false),
                    Passage = table.Column<string>(type: "text", nullable: true),
                    HowKnown = table.Column<string>(type: "text", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: true),
                    Email = table.Column<string>(type: "text", nullable: true),
                    Language = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reminded = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    LedTo = table.Column<int>(type: "integer", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReceiptMailId = table.Column<Guid>(type: "uuid", nullable: true),
                    AnswerMailId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReporterForgottenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErrorReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ErrorReports_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecordEntries",
                columns: table => new
                {
                    Index = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordEntries", x => x.Index);
                });

            migrationBuilder.CreateTable(
                name: "RecordHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: true),
                    Beginning = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Root = table.Column<byte[]>(type: "bytea", nullable: false),
                    Subtrees = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordTiles",
                columns: table => new
                {
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Index = table.Column<long>(type: "bigint", nullable: false),
                    Hashes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordTiles", x => new { x.Level, x.Index });
                });

            migrationBuilder.CreateTable(
                name: "RecordVersions",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EntryIndex = table.Column<long>(type: "bigint", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    Statement = table.Column<byte[]>(type: "bytea", nullable: true),
                    ErasureIndex = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordVersions", x => new { x.StoryId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "WitnessedLogs",
                columns: table => new
                {
                    OriginHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Root = table.Column<byte[]>(type: "bytea", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WitnessedLogs", x => x.OriginHash);
                });

            migrationBuilder.UpdateData(
                table: "Newsroom",
                keyColumn: "Id",
                keyValue: 1,
                column: "AnswerHours",
                value: 72);

            migrationBuilder.CreateIndex(
                name: "IX_StoryVersions_At_Id",
                table: "StoryVersions",
                columns: new[] { "At", "Id" },
                filter: "\"Kind\" >= 3");

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_AnsweredAt_DueAt_Id",
                table: "ErrorReports",
                columns: new[] { "AnsweredAt", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_At",
                table: "ErrorReports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_Secret",
                table: "ErrorReports",
                column: "Secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_StoryId_WordsHash",
                table: "ErrorReports",
                columns: new[] { "StoryId", "WordsHash" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordVersions_EntryIndex",
                table: "RecordVersions",
                column: "EntryIndex",
                unique: true);

            Stories.Sealing.VersionsStand.Put(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Stories.Sealing.VersionsStand.Lift(migrationBuilder);

            migrationBuilder.DropTable(
                name: "AskedWitnesses");

            migrationBuilder.DropTable(
                name: "ErrorReports");

            migrationBuilder.DropTable(
                name: "RecordEntries");

            migrationBuilder.DropTable(
                name: "RecordHead");

            migrationBuilder.DropTable(
                name: "RecordTiles");

            migrationBuilder.DropTable(
                name: "RecordVersions");

            migrationBuilder.DropTable(
                name: "WitnessedLogs");

            migrationBuilder.DropIndex(
                name: "IX_StoryVersions_At_Id",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "Right",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "Wrong",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "ScheduledQuiet",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ScheduledRight",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ScheduledSince",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ScheduledWrong",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "AnswerHours",
                table: "Newsroom");
        }
    }
}
