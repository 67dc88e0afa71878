using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People.AuditLog;

/// <summary>Something that was done at the desk. Rows are added and never changed; the database itself refuses it.</summary>
internal sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null for the machine itself.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Their name at that time.</summary>
    public required string Name { get; init; }

    /// <summary>What was done, such as <c>story.published</c>.</summary>
    public required string Act { get; init; }

    /// <summary>To what: its kind and id, such as <c>story:0195…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>How a person calls it: a headline, a name, an address.</summary>
    public required string Label { get; init; }

    public string? Detail { get; init; }

    public string? Address { get; init; }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditLog");
        entry.HasIndex(row => new { row.At, row.Id });
        entry.HasIndex(row => row.Subject);
    }
}

/// <summary>Writes into the audit log, within the caller's transaction.</summary>
internal static class AuditLogSet
{
    extension(OnRecordDb db)
    {
        public DbSet<AuditEntry> AuditLog => db.Set<AuditEntry>();

        /// <param name="who">Null for the machine itself.</param>
        /// <param name="by">Another name for the machine, such as that of a command.</param>
        public void Audit(
            Staff.SignedIn? who,
            DateTimeOffset now,
            string act,
            string subject,
            string label,
            string? detail = null,
            string? address = null,
            string? by = null
        ) =>
            db.Set<AuditEntry>()
                .Add(
                    new AuditEntry
                    {
                        Id = Guid.CreateVersion7(now),
                        At = now,
                        StaffId = who?.Id,
                        Name = who?.Name ?? by ?? "OnRecord",
                        Act = act,
                        Subject = subject,
                        Label = label.Length > 300 ? label[..300] : label,
                        Detail = detail,
                        Address = address,
                    }
                );
    }
}
