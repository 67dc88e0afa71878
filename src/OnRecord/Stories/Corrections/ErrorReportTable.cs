using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Corrections;

internal sealed class ErrorReportTable : IEntityTypeConfiguration<ErrorReport>
{
    public void Configure(EntityTypeBuilder<ErrorReport> report)
    {
        report.ToTable("ErrorReports");
        report.HasIndex(row => row.Secret).IsUnique();
        report.HasIndex(row => new { row.StoryId, row.WordsHash });
        report.HasIndex(row => row.At);
        // The queue: the open ones by deadline, and those answered by when.
        report.HasIndex(row => new
        {
            row.AnsweredAt,
            row.DueAt,
            row.Id,
        });
        // Two who answer at once: the second is told.
        report.Property(row => row.AnsweredAt).IsConcurrencyToken();
        report.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class ErrorReportSet
{
    extension(OnRecordDb db)
    {
        public DbSet<ErrorReport> ErrorReports => db.Set<ErrorReport>();
    }
}
