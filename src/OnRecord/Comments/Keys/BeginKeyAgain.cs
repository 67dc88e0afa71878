using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Moderation;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Keys;

/// <summary>Where the key of comments is lost for good: finds the addresses that no key opens any more, and forgets them. All else stays.</summary>
internal static class BeginKeyAgain
{
    private const int Some = 500;

    /// <summary>How many addresses the key that was read does not open; all of them where there is none.</summary>
    public static async Task<LostAddresses> Count(OnRecordDb db, CommentKeys keys, CancellationToken stop)
    {
        var lost = new LostAddresses(0, 0);
        await foreach (var (people, reports) in Parts(db, keys, stop))
            lost = lost.And(people, reports);
        return lost;
    }

    /// <summary>Forgets what the key that was read does not open. What was cut off goes on where it is begun again.</summary>
    public static async Task<LostAddresses> Forget(
        OnRecordDb db,
        CommentKeys keys,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var lost = new LostAddresses(0, 0);
        await foreach (var (people, reports) in Parts(db, keys, stop))
        {
            await db.Transact(
                async () =>
                {
                    await db.Set<Commenter>()
                        .Where(row => people.Contains(row.Id))
                        .ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, Array.Empty<byte>()), stop);
                    await db.Set<CommentReport>()
                        .Where(row => reports.Contains(row.Id))
                        .ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, (byte[]?)null), stop);
                },
                stop
            );
            lost = lost.And(people, reports);
        }
        await db.Transact(
            () =>
            {
                db.Audit(null, now, "comments.key-begun", "comments:key", "comments.key", by: "onrecord comments-key");
                return Task.CompletedTask;
            },
            stop
        );
        return lost;
    }

    private static async IAsyncEnumerable<(List<Guid> People, List<Guid> Reports)> Parts(
        OnRecordDb db,
        CommentKeys keys,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        for (var last = Guid.Empty; ; )
        {
            var after = last;
            var rows = await db.Set<Commenter>()
                .Where(row => row.Id > after)
                .OrderBy(row => row.Id)
                .Select(row => new { row.Id, row.Email })
                .Take(Some)
                .ToListAsync(stop);
            if (rows.Count == 0)
                break;
            last = rows[^1].Id;
            var lost = rows.Where(row => row.Email.Length > 0 && !keys.Opens(row.Email, row.Id));
            yield return ([.. lost.Select(row => row.Id)], []);
        }
        for (var last = Guid.Empty; ; )
        {
            var after = last;
            var rows = await db.Set<CommentReport>()
                .Where(row => row.Email != null && row.Id > after)
                .OrderBy(row => row.Id)
                .Select(row => new { row.Id, Email = row.Email! })
                .Take(Some)
                .ToListAsync(stop);
            if (rows.Count == 0)
                break;
            last = rows[^1].Id;
            yield return ([], [.. rows.Where(row => !keys.Opens(row.Email, row.Id)).Select(row => row.Id)]);
        }
    }
}

/// <summary>Addresses that no key opens any more.</summary>
/// <param name="Commenters">Of those who commented.</param>
/// <param name="Reporters">Of those who reported a comment, one for each report.</param>
internal sealed record LostAddresses(int Commenters, int Reporters)
{
    public bool AreNone => Commenters + Reporters == 0;

    public LostAddresses And(List<Guid> people, List<Guid> reports) =>
        new(Commenters + people.Count, Reporters + reports.Count);
}
