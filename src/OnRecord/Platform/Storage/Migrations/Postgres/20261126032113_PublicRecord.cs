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

            migrationBuilder.CreateIndex(
                name: "IX_StoryVersions_At_Id",
                table: "StoryVersions",
                columns: new[] { "At", "Id" },
                filter: "\"Kind\" >= 3");

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
        }
    }
}
