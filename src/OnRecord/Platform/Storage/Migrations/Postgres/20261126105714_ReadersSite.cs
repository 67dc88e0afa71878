using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReadersSite : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Stories_PublishedAt_Path",
                table: "Stories");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PublishedAt",
                table: "StoryTopics",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PublishedAt",
                table: "StoryBylines",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "PictureTones",
                table: "Stories",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Policies",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Tone",
                table: "Pictures",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsTraining",
                table: "Newsroom",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "FoundedOn",
                table: "Newsroom",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Hubs",
                table: "Newsroom",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Profiles",
                table: "Newsroom",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "RefusesPreviewBots",
                table: "Newsroom",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "RefusesSearchBots",
                table: "Newsroom",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TrustLines",
                table: "Newsroom",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Listener = table.Column<string>(type: "text", nullable: false),
                    Fact = table.Column<string>(type: "text", nullable: false),
                    AnnouncedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    Failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ArchiveMonths",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Stories = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchiveMonths", x => new { x.Year, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "FormerSections",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerSections", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "FrontComposition",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Written = table.Column<string>(type: "text", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrontComposition", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PageEvictions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Sender = table.Column<Guid>(type: "uuid", nullable: false),
                    Tags = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageEvictions", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "FrontComposition",
                columns: new[] { "Id", "ChangedAt", "ChangedBy", "Revision", "Written" },
                values: new object[] { 1, null, null, 0, "" });

            migrationBuilder.UpdateData(
                table: "Newsroom",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "AllowsTraining", "FoundedOn", "Hubs", "Profiles", "RefusesPreviewBots", "RefusesSearchBots", "TrustLines" },
                values: new object[] { false, null, "", "", false, false, "" });

            migrationBuilder.CreateIndex(
                name: "IX_StoryTopics_TopicId_PublishedAt_StoryId",
                table: "StoryTopics",
                columns: new[] { "TopicId", "PublishedAt", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_StoryBylines_PersonId_PublishedAt_StoryId",
                table: "StoryBylines",
                columns: new[] { "PersonId", "PublishedAt", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_PublishedAt_Id",
                table: "Stories",
                columns: new[] { "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_PublishedAt_Path_UpdatedAt_TakenDownAt",
                table: "Stories",
                columns: new[] { "PublishedAt", "Path", "UpdatedAt", "TakenDownAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_DueAt_Id",
                table: "Announcements",
                columns: new[] { "DueAt", "Id" });

            Search.SearchTables.Put(migrationBuilder);
            Stories.ListOrder.Put(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Search.SearchTables.Lift(migrationBuilder);

            migrationBuilder.DropTable(
                name: "Announcements");

            migrationBuilder.DropTable(
                name: "ArchiveMonths");

            migrationBuilder.DropTable(
                name: "FormerSections");

            migrationBuilder.DropTable(
                name: "FrontComposition");

            migrationBuilder.DropTable(
                name: "PageEvictions");

            migrationBuilder.DropIndex(
                name: "IX_StoryTopics_TopicId_PublishedAt_StoryId",
                table: "StoryTopics");

            migrationBuilder.DropIndex(
                name: "IX_StoryBylines_PersonId_PublishedAt_StoryId",
                table: "StoryBylines");

            migrationBuilder.DropIndex(
                name: "IX_Stories_PublishedAt_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_PublishedAt_Path_UpdatedAt_TakenDownAt",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "StoryTopics");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "StoryBylines");

            migrationBuilder.DropColumn(
                name: "PictureTones",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Policies");

            migrationBuilder.DropColumn(
                name: "Tone",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "AllowsTraining",
                table: "Newsroom");

            migrationBuilder.DropColumn(
                name: "FoundedOn",
                table: "Newsroom");

            migrationBuilder.DropColumn(
                name: "Hubs",
                table: "Newsroom");

            migrationBuilder.DropColumn(
                name: "Profiles",
                table: "Newsroom");

            migrationBuilder.DropColumn(
                name: "RefusesPreviewBots",
                table: "Newsroom");

            migrationBuilder.DropColumn(
                name: "RefusesSearchBots",
                table: "Newsroom");

            migrationBuilder.DropColumn(
                name: "TrustLines",
                table: "Newsroom");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_PublishedAt_Path",
                table: "Stories",
                columns: new[] { "PublishedAt", "Path" });
        }
    }
}
