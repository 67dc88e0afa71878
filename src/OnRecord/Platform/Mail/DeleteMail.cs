using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.Mail;

/// <summary>Takes messages away for good, sent or not.</summary>
internal static class DeleteMail
{
    /// <summary>Within the caller's transaction.</summary>
    public static async Task Of(OnRecordDb db, DataFolder data, IReadOnlyCollection<Guid> mail, CancellationToken stop)
    {
        if (mail.Count == 0)
            return;
        await db.Set<OutgoingMail>().Where(row => mail.Contains(row.Id)).ExecuteDeleteAsync(stop);
        // Where no mail server is set, messages lie there as files; where one is, there may be no folder.
        foreach (var file in mail.Select(id => Path.Combine(data.OutgoingMail, $"{id}.eml")).Where(File.Exists))
            File.Delete(file);
    }
}
