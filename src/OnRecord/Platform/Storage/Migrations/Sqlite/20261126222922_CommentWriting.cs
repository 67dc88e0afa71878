using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OnRecord.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommentWriting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReaderComments_CommenterId_Id",
                table: "ReaderComments");

            migrationBuilder.DropIndex(
                name: "IX_ReaderComments_LettersDue",
                table: "ReaderComments");

            migrationBuilder.DropIndex(
                name: "IX_ReaderComments_Sameness",
                table: "ReaderComments");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_CommenterId_Id_Sameness",
                table: "ReaderComments",
                columns: new[] { "CommenterId", "Id", "Sameness" });

            migrationBuilder.CreateIndex(
                name: "IX_ReaderComments_LettersDue_Id",
                table: "ReaderComments",
                columns: new[] { "LettersDue", "Id" },
                filter: "\"LettersDue\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReaderComments_CommenterId_Id_Sameness",
                table: "ReaderComments");

            migrationBuilder.DropIndex(
                name: "IX_ReaderComments_LettersDue_Id",
                table: "ReaderComments");

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
                name: "IX_ReaderComments_Sameness",
                table: "ReaderComments",
                column: "Sameness");
        }
    }
}
