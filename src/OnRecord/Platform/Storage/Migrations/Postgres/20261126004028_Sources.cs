using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Content_Ledger",
                table: "StoryVersions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsQuiet",
                table: "StoryVersions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Draft_Ledger",
                table: "Stories",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "HidesSources",
                table: "Stories",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsProposals",
                table: "Stories",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Content_Ledger",
                table: "SavedDrafts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "HidesSources",
                table: "Newsroom",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SourceChecks",
                table: "Newsroom",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Search = table.Column<string>(type: "text", nullable: false),
                    Role = table.Column<string>(type: "text", nullable: true),
                    Affiliation = table.Column<string>(type: "text", nullable: true),
                    Address = table.Column<string>(type: "text", nullable: true),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sources_Sources_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Sources",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedName = table.Column<string>(type: "text", nullable: false),
                    ProposedKind = table.Column<int>(type: "integer", nullable: false),
                    ProposedIsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    ProposedRole = table.Column<string>(type: "text", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Form = table.Column<int>(type: "integer", nullable: false),
                    Standing = table.Column<int>(type: "integer", nullable: true),
                    Channel = table.Column<int>(type: "integer", nullable: true),
                    ViaId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedVia = table.Column<string>(type: "text", nullable: true),
                    SaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sought = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Sources_ViaId",
                        column: x => x.ViaId,
                        principalTable: "Sources",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ProtectedIdentities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    StoredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StoredBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectedIdentities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtectedIdentities_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShownStatements",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    ViaId = table.Column<Guid>(type: "uuid", nullable: true),
                    Way = table.Column<int>(type: "integer", nullable: false),
                    IsRefusal = table.Column<bool>(type: "boolean", nullable: false),
                    IsChecked = table.Column<bool>(type: "boolean", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShownStatements", x => new { x.StoryId, x.EntryId });
                    table.ForeignKey(
                        name: "FK_ShownStatements_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ShownStatements_Sources_ViaId",
                        column: x => x.ViaId,
                        principalTable: "Sources",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ShownStatements_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StorySources",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorySources", x => new { x.SourceId, x.StoryId });
                    table.ForeignKey(
                        name: "FK_StorySources_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StorySources_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnnamedApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnnamedApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnnamedApprovals_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: true),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    MediaType = table.Column<string>(type: "text", nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    IsPublic = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedCopies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedCopies_LedgerEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "LedgerEntries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SavedCopies_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityKeys",
                columns: table => new
                {
                    IdentityId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityKeys", x => new { x.IdentityId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_IdentityKeys_ProtectedIdentities_IdentityId",
                        column: x => x.IdentityId,
                        principalTable: "ProtectedIdentities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "Newsroom",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "HidesSources", "SourceChecks" },
                values: new object[] { false, "" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_SourceId_StoryId",
                table: "LedgerEntries",
                columns: new[] { "SourceId", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_StoryId",
                table: "LedgerEntries",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ViaId_StoryId",
                table: "LedgerEntries",
                columns: new[] { "ViaId", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProtectedIdentities_SourceId",
                table: "ProtectedIdentities",
                column: "SourceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedCopies_EntryId",
                table: "SavedCopies",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedCopies_SourceId",
                table: "SavedCopies",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ShownStatements_Month_Way_IsRefusal_IsChecked",
                table: "ShownStatements",
                columns: new[] { "Month", "Way", "IsRefusal", "IsChecked" });

            migrationBuilder.CreateIndex(
                name: "IX_ShownStatements_On_Way_IsRefusal_IsChecked_SourceId",
                table: "ShownStatements",
                columns: new[] { "On", "Way", "IsRefusal", "IsChecked", "SourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShownStatements_SourceId_On_Way_IsRefusal_IsChecked_StoryId",
                table: "ShownStatements",
                columns: new[] { "SourceId", "On", "Way", "IsRefusal", "IsChecked", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShownStatements_ViaId_On_StoryId_IsRefusal_IsChecked",
                table: "ShownStatements",
                columns: new[] { "ViaId", "On", "StoryId", "IsRefusal", "IsChecked" });

            migrationBuilder.CreateIndex(
                name: "IX_Sources_MergedIntoId",
                table: "Sources",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Search_Id",
                table: "Sources",
                columns: new[] { "Search", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StorySources_StoryId",
                table: "StorySources",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_UnnamedApprovals_SourceId",
                table: "UnnamedApprovals",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_UnnamedApprovals_StoryId_SourceId",
                table: "UnnamedApprovals",
                columns: new[] { "StoryId", "SourceId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityKeys");

            migrationBuilder.DropTable(
                name: "SavedCopies");

            migrationBuilder.DropTable(
                name: "ShownStatements");

            migrationBuilder.DropTable(
                name: "StorySources");

            migrationBuilder.DropTable(
                name: "UnnamedApprovals");

            migrationBuilder.DropTable(
                name: "ProtectedIdentities");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropColumn(
                name: "Content_Ledger",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "IsQuiet",
                table: "StoryVersions");

            migrationBuilder.DropColumn(
                name: "Draft_Ledger",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "HidesSources",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ShowsProposals",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Content_Ledger",
                table: "SavedDrafts");

            migrationBuilder.DropColumn(
                name: "HidesSources",
                table: "Newsroom");

            migrationBuilder.DropColumn(
                name: "SourceChecks",
                table: "Newsroom");
        }
    }
}
