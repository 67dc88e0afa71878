using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources.Protection;

/// <summary>What was done with who a source is. It stands in the audit log under the public description, never under the name.</summary>
internal static class IdentityLog
{
    public const string Act = "identity.";

    public static string Subject(Guid source) => $"source:{source}";

    /// <summary>Newest first.</summary>
    public static Task<List<AuditEntry>> Of(OnRecordDb db, Guid source, int count)
    {
        var subject = Subject(source);
        return db.Set<AuditEntry>()
            .AsNoTracking()
            .Where(row => row.Subject == subject && row.Act.StartsWith(Act))
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(count)
            .ToListAsync();
    }
}
