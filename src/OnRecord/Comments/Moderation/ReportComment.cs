using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Keys;
using OnRecord.People.Notices;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Takes in what a reader says against a comment.</summary>
internal sealed class ReportComment(
    CommentKeys keys,
    WriteToReader letters,
    TellModerators moderators,
    TimeProvider clock
)
{
    /// <summary>More open ones of a comment say nothing that these do not.</summary>
    private const int MostOpen = 50;

    /// <summary>Within the caller's transaction. The key of comments is read.</summary>
    /// <returns>Null where it is known already.</returns>
    public async Task<CommentReport?> Into(OnRecordDb db, ReaderComment comment, SaidOfComment said)
    {
        var now = clock.GetUtcNow();
        var known = db.Set<CommentReport>().Where(row => row.CommentId == comment.Id && row.Outcome == null);
        if (
            await known.AnyAsync(row => row.AddressKey == said.AddressKey && row.Reason == said.Reason)
            || await known.CountAsync() >= MostOpen
        )
            return null;
        var id = Guid.CreateVersion7(now);
        var report = new CommentReport
        {
            Id = id,
            CommentId = comment.Id,
            Secret = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Reason = said.Reason,
            Words = said.Words,
            Law = said.Law,
            IsOfChildAbuse = said.IsOfChildAbuse,
            Name = said.Name,
            Email = said.Email.Length > 0 ? keys.Seal(said.Email, id) : null,
            AddressKey = said.AddressKey,
            Language = comment.Language,
            At = now,
        };
        if (report.IsNotice && !await known.AnyAsync(row => row.Reason == ReportReason.Illegal))
            await moderators.Of(db, NoticeKind.CommentReported, comment.StoryId, $"/desk/comments/{comment.Id}");
        db.CommentReports.Add(report);
        report.ReceiptMailId = await letters.Receipt(db, report);
        await db.SaveChangesAsync();
        await db.Set<ReaderComment>()
            .Where(row => row.Id == comment.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OpenReports, row => row.OpenReports + 1));
        return report;
    }
}

/// <summary>What a reader wrote into the form.</summary>
internal sealed record SaidOfComment(ReportReason Reason)
{
    public string Words { get; init; } = "";
    public string Law { get; init; } = "";
    public bool IsOfChildAbuse { get; init; }
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public required byte[] AddressKey { get; init; }
}
