using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicRecord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "StoryVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "StoryVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Right",
                table: "StoryVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Since",
                table: "StoryVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wrong",
                table: "StoryVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ScheduledQuiet",
                table: "Stories",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ScheduledRight",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledSince",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduledWrong",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AnswerHours",
                table: "Newsroom",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AskedWitnesses",
                columns: table => new
                {
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: true),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    Fault = table.Column<int>(type: "INTEGER", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    AskAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedWitnesses", x => new { x.Origin, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "ErrorReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    WordsHash = table.Column<string>(type: "TEXT", nullable: false),
                    Passage = table.Column<string>(type: "TEXT", nullable: true),
                    HowKnown = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reminded = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    LedTo = table.Column<int>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReceiptMailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnswerMailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReporterForgottenAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordEntries", x => x.Index);
                });

            migrationBuilder.CreateTable(
                name: "RecordHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: true),
                    Beginning = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Subtrees = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordTiles",
                columns: table => new
                {
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    Hashes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordTiles", x => new { x.Level, x.Index });
                });

            migrationBuilder.CreateTable(
                name: "RecordVersions",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EntryIndex = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Statement = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ErasureIndex = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordVersions", x => new { x.StoryId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "WitnessedLogs",
                columns: table => new
                {
                    OriginHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
