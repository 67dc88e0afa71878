using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Comments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CommentAppeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentAppeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    Was = table.Column<int>(type: "INTEGER", nullable: false),
                    WhyBefore = table.Column<string>(type: "TEXT", nullable: false),
                    Ground = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    IsAutomatic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommenterNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommenterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommenterNotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Commenters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmailKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Email = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Published = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    WarnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    SuspendedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    BannedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Sanction = table.Column<string>(type: "TEXT", nullable: false),
                    WantsNoLetters = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commenters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommenterSanctions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommenterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommenterSanctions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentFilter",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LastDecision = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentFilter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentHouse",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmsEach = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosesAfterDays = table.Column<int>(type: "INTEGER", nullable: true),
                    SlowSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                    MostLinks = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldWords = table.Column<string>(type: "TEXT", nullable: false),
                    FreeWords = table.Column<string>(type: "TEXT", nullable: false),
                    AttackPerMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    AddressDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SilentMonths = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentHouse", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentLetters",
                columns: table => new
                {
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommenterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentLetters", x => x.MailId);
                });

            migrationBuilder.CreateTable(
                name: "CommentLikes",
                columns: table => new
                {
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentLikes", x => new { x.CommentId, x.StaffId });
                });

            migrationBuilder.CreateTable(
                name: "CommentReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Law = table.Column<string>(type: "TEXT", nullable: false),
                    IsOfChildAbuse = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AddressKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceiptMailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnswerMailId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmailKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReaderComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false),
                    CommenterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Sameness = table.Column<Guid>(type: "TEXT", nullable: false),
                    Likeness = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OnceConfirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<float>(type: "REAL", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddressKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Likes = table.Column<int>(type: "INTEGER", nullable: false),
                    Replies = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenReports = table.Column<int>(type: "INTEGER", nullable: false),
                    ListedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WantsReplies = table.Column<bool>(type: "INTEGER", nullable: false),
                    LettersDue = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReaderComments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SectionTalks",
                columns: table => new
                {
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionTalks", x => x.SectionId);
                });

            migrationBuilder.CreateTable(
                name: "StoryTalks",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: true),
                    IsSlow = table.Column<bool>(type: "INTEGER", nullable: false),
                    StaysOpen = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryTalks", x => x.StoryId);
                });

            migrationBuilder.InsertData(
                table: "CommentHouse",
                columns: new[] { "Id", "AddressDays", "AttackPerMinute", "ClosesAfterDays", "ConfirmsEach", "FreeWords", "HeldWords", "Mode", "MostLinks", "RefusedDays", "SilentMonths", "SlowSeconds" },
                values: new object[] { 1, 30, 120, 30, false, "", "", 2, 2, 184, 24, 300 });

            migrationBuilder.CreateIndex(
                name: "IX_CommentAppeals_At",
                table: "CommentAppeals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CommentAppeals_CommentId",
                table: "CommentAppeals",
                column: "CommentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommentAppeals_Outcome_Id",
                table: "CommentAppeals",
                columns: new[] { "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentDecisions_At",
                table: "CommentDecisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CommentDecisions_CommentId_Id",
                table: "CommentDecisions",
                columns: new[] { "CommentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CommenterNotes_CommenterId_Id",
                table: "CommenterNotes",
                columns: new[] { "CommenterId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commenters_EmailKey",
                table: "Commenters",
                column: "EmailKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commenters_LastAt",
                table: "Commenters",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_CommenterSanctions_At",
                table: "CommenterSanctions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CommenterSanctions_CommenterId_Id",
                table: "CommenterSanctions",
                columns: new[] { "CommenterId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentLetters_At",
                table: "CommentLetters",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CommentLetters_CommenterId_At",
                table: "CommentLetters",
                columns: new[] { "CommenterId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentReports_At",
                table: "CommentReports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CommentReports_CommentId_Outcome",
                table: "CommentReports",
                columns: new[] { "CommentId", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_CommentReports_Secret",
                table: "CommentReports",
                column: "Secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_At",
                table: "ReaderComments",
                column: "At",
                filter: "\"AddressKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_CommenterId_Id",
                table: "ReaderComments",
                columns: new[] { "CommenterId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_LettersDue",
                table: "ReaderComments",
                column: "LettersDue",
                filter: "\"LettersDue\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_OpenReports_Id",
                table: "ReaderComments",
                columns: new[] { "OpenReports", "Id" },
                filter: "\"OpenReports\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_Sameness",
                table: "ReaderComments",
                column: "Sameness");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_State_At",
                table: "ReaderComments",
                columns: new[] { "State", "At" },
                filter: "\"State\" = 3 AND \"Text\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_State_Id",
                table: "ReaderComments",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_StoryId_Id",
                table: "ReaderComments",
                columns: new[] { "StoryId", "Id" },
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_StoryId_Likes_ListedAt_Id",
                table: "ReaderComments",
                columns: new[] { "StoryId", "Likes", "ListedAt", "Id" },
                filter: "\"ListedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_StoryId_ListedAt_Id",
                table: "ReaderComments",
                columns: new[] { "StoryId", "ListedAt", "Id" },
                filter: "\"ListedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_ThreadId_State_Id",
                table: "ReaderComments",
                columns: new[] { "ThreadId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommentAppeals");

            migrationBuilder.DropTable(
                name: "CommentDecisions");

            migrationBuilder.DropTable(
                name: "CommenterNotes");

            migrationBuilder.DropTable(
                name: "Commenters");

            migrationBuilder.DropTable(
                name: "CommenterSanctions");

            migrationBuilder.DropTable(
                name: "CommentFilter");

            migrationBuilder.DropTable(
                name: "CommentHouse");

            migrationBuilder.DropTable(
                name: "CommentLetters");

            migrationBuilder.DropTable(
                name: "CommentLikes");

            migrationBuilder.DropTable(
                name: "CommentReports");

            migrationBuilder.DropTable(
                name: "DataRequests");

            migrationBuilder.DropTable(
                name: "ReaderComments");

            migrationBuilder.DropTable(
                name: "SectionTalks");

            migrationBuilder.DropTable(
                name: "StoryTalks");
        }
    }
}
