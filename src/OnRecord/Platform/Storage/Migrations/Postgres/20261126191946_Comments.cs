using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommentId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentAppeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommentId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: true),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    Was = table.Column<int>(type: "integer", nullable: false),
                    WhyBefore = table.Column<string>(type: "text", nullable: false),
                    Ground = table.Column<int>(type: "integer", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Seconds = table.Column<int>(type: "integer", nullable: true),
                    IsAutomatic = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommenterNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommenterId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommenterNotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Commenters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EmailKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    Email = table.Column<byte[]>(type: "bytea", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    FirstAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Published = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false),
                    WarnedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsHeld = table.Column<bool>(type: "boolean", nullable: false),
                    SuspendedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    BannedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Sanction = table.Column<string>(type: "text", nullable: false),
                    WantsNoLetters = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commenters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommenterSanctions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommenterId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    MailId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommenterSanctions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentFilter",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Kept = table.Column<byte[]>(type: "bytea", nullable: false),
                    LastDecision = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentFilter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentHouse",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Mode = table.Column<int>(type: "integer", nullable: false),
                    ConfirmsEach = table.Column<bool>(type: "boolean", nullable: false),
                    ClosesAfterDays = table.Column<int>(type: "integer", nullable: true),
                    SlowSeconds = table.Column<int>(type: "integer", nullable: false),
                    MostLinks = table.Column<int>(type: "integer", nullable: false),
                    HeldWords = table.Column<string>(type: "text", nullable: false),
                    FreeWords = table.Column<string>(type: "text", nullable: false),
                    AttackPerMinute = table.Column<int>(type: "integer", nullable: false),
                    AddressDays = table.Column<int>(type: "integer", nullable: false),
                    RefusedDays = table.Column<int>(type: "integer", nullable: false),
                    SilentMonths = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentHouse", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommentLetters",
                columns: table => new
                {
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommenterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentLetters", x => x.MailId);
                });

            migrationBuilder.CreateTable(
                name: "CommentLikes",
                columns: table => new
                {
                    CommentId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentLikes", x => new { x.CommentId, x.StaffId });
                });

            migrationBuilder.CreateTable(
                name: "CommentReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Law = table.Column<string>(type: "text", nullable: false),
                    IsOfChildAbuse = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<byte[]>(type: "bytea", nullable: true),
                    AddressKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    Language = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReceiptMailId = table.Column<Guid>(type: "uuid", nullable: true),
                    AnswerMailId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EmailKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReaderComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Depth = table.Column<int>(type: "integer", nullable: false),
                    CommenterId = table.Column<Guid>(type: "uuid", nullable: true),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Sameness = table.Column<Guid>(type: "uuid", nullable: false),
                    Likeness = table.Column<long>(type: "bigint", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EditedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    OnceConfirmed = table.Column<int>(type: "integer", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    Score = table.Column<float>(type: "real", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AddressKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    Likes = table.Column<int>(type: "integer", nullable: false),
                    Replies = table.Column<int>(type: "integer", nullable: false),
                    OpenReports = table.Column<int>(type: "integer", nullable: false),
                    ListedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WantsReplies = table.Column<bool>(type: "boolean", nullable: false),
                    LettersDue = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReaderComments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SectionTalks",
                columns: table => new
                {
                    SectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mode = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionTalks", x => x.SectionId);
                });

            migrationBuilder.CreateTable(
                name: "StoryTalks",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Mode = table.Column<int>(type: "integer", nullable: true),
                    IsSlow = table.Column<bool>(type: "boolean", nullable: false),
                    StaysOpen = table.Column<bool>(type: "boolean", nullable: false)
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
