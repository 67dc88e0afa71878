using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources.Protection;

/// <summary>Keeps who a source is whom readers are not told: stores, opens, lets a colleague know, and forgets. Each is in the audit log, under the public description.</summary>
internal sealed class ProtectIdentity(OnRecordDb db, WrappedKeys keys, TimeProvider clock)
{
    public const int Longest = 4000;

    /// <summary>What one must be, besides permitted, to know who a source is.</summary>
    public const Permission Needed = WhoKnows.Needed;

    private static readonly Problem NotThere = new("Nothing is stored about who this source is. Load the page again.");

    private static readonly Problem NotYours = new(
        "You may not know who this source is. Ask one of those who may to let you."
    );

    /// <summary>The identity that is stored of a source; null where none is.</summary>
    public Task<ProtectedIdentity?> Of(Guid source) =>
        db.Set<ProtectedIdentity>().FirstOrDefaultAsync(row => row.SourceId == source);

    /// <summary>Stores who a source is, or puts other words in their place; those who may know it stay the same.</summary>
    public async Task<Problem?> Store(Source source, string words, Actor by)
    {
        if (words.Length == 0)
            return new Problem("who", "Write who it is, or leave it unstored: nothing was stored.");
        if (words.Length > Longest)
            return Problem.With("who", "That is longer than {0} characters. Make it shorter.", Longest);
        if (source.IsNamed)
            return new Problem(
                "This source is named to readers. Only of those who are not named is it stored who they are."
            );
        return await Erasing(
            source,
            by,
            async (identity, mine, me) =>
            {
                if (identity is not null && mine is null)
                    return NotYours;
                if (await keys.Master(mine) is var key && key.Refused)
                    return key.Problems[0];
                var now = clock.GetUtcNow();
                var data = IdentitySeal.NewKey();
                var id = identity?.Id ?? Guid.CreateVersion7(now);
                var sealedWords = IdentitySeal.Seal(words, data, id);
                if (identity is null)
                    db.ProtectedIdentities.Add(
                        new ProtectedIdentity
                        {
                            Id = id,
                            SourceId = source.Id,
                            Sealed = sealedWords,
                            StoredAt = now,
                            StoredBy = me.Id,
                        }
                    );
                else
                    (identity.Sealed, identity.StoredAt, identity.StoredBy) = (sealedWords, now, me.Id);
                foreach (var row in await db.Set<IdentityKey>().Where(row => row.IdentityId == id).ToListAsync())
                    row.Wrapped = IdentitySeal.Wrap(data, key.Value, id, row.StaffId);
                if (mine is null)
                    db.IdentityKeys.Add(WrappedKeys.For(me.Id, data, key.Value, id, me.Id, now));
                WrappedKeys.Clear(data, key.Value);
                Log(source, by, identity is null ? "stored" : "replaced");
                return null;
            }
        );
    }

    /// <summary>Says who a source is, to somebody who may know it now. The log has it before they see it.</summary>
    public async Task<Outcome<string>> Open(Source source, Actor by)
    {
        string? words = null;
        var refusal = await On(
            source,
            by,
            (identity, mine, _) =>
            {
                var problem = Open(identity, mine, out words);
                if (problem is null || problem == NotYours)
                    Log(source, by, problem is null ? "opened" : "refused");
                return Task.FromResult(problem);
            }
        );
        return refusal is null ? words! : refusal;
    }

    private Problem? Open(ProtectedIdentity? identity, IdentityKey? mine, out string? words)
    {
        words = null;
        if (identity is null)
            return NotThere;
        if (mine is null)
            return NotYours;
        if (keys.Unwrap(mine, out var data) is { } problem)
            return problem;
        try
        {
            words = IdentitySeal.Open(identity.Sealed, data!, identity.Id);
            return null;
        }
        catch (CryptographicException)
        {
            return Altered;
        }
        finally
        {
            WrappedKeys.Clear(data!);
        }
    }

    /// <summary>Lets a colleague know it. Only somebody who knows it can.</summary>
    public Task<Problem?> Give(Source source, Guid to, Actor by) =>
        On(
            source,
            by,
            async (identity, mine, me) =>
            {
                if (identity is null)
                    return NotThere;
                if (mine is null)
                    return NotYours;
                if (await db.Set<StaffMember>().FindAsync(to) is not { } colleague || !colleague.May(Needed))
                    return new Problem("staff", "Choose an editor who may come in.");
                if (await db.Set<IdentityKey>().FindAsync(identity.Id, to) is not null)
                    return null;
                if (keys.Unwrap(mine, out var data) is { } problem)
                    return problem;
                var key = await keys.Master(mine);
                if (key.Refused)
                    return key.Problems[0];
                db.IdentityKeys.Add(WrappedKeys.For(to, data!, key.Value, identity.Id, me.Id, clock.GetUtcNow()));
                WrappedKeys.Clear(data!, key.Value);
                Log(source, by, "given", colleague.Name);
                return null;
            }
        );

    /// <summary>Takes a colleague's key away. What they have read they still know.</summary>
    public Task<Problem?> Take(Source source, Guid from, Actor by) =>
        Erasing(
            source,
            by,
            async (identity, mine, _) =>
            {
                if (identity is null)
                    return NotThere;
                if (mine is null)
                    return NotYours;
                var knowers = await WhoKnows.Of(db, identity.Id);
                if (await db.Set<IdentityKey>().FindAsync(identity.Id, from) is not { } key)
                    return null;
                if (!knowers.Any(one => one.MayOpen && one.StaffId != from))
                    return new Problem(
                        "Nobody else could open it then. Let another editor know first, or forget who the source is."
                    );
                db.IdentityKeys.Remove(key);
                Log(source, by, "taken", knowers.FirstOrDefault(one => one.StaffId == from)?.Name);
                return null;
            }
        );

    /// <summary>Deletes cipher text and keys. An owner may do it too, without ever having known.</summary>
    public Task<Problem?> Forget(Source source, Actor by) =>
        Erasing(
            source,
            by,
            async (identity, mine, me) =>
            {
                if (identity is null)
                    return NotThere;
                if (mine is null && !me.May(Permission.ManageStaff))
                    return NotYours;
                await db.Set<IdentityKey>().Where(row => row.IdentityId == identity.Id).ExecuteDeleteAsync();
                db.ChangeTracker.Entries<IdentityKey>().ToList().ForEach(entry => entry.State = EntityState.Detached);
                db.ProtectedIdentities.Remove(identity);
                Log(source, by, "forgotten");
                return null;
            }
        );

    private static Problem Altered =>
        new(
            "What is stored cannot be opened: it was changed since it was stored. Put it back from a backup, or forget it."
        );

    // One after the other for each source, and on whom they are now, not on whom they were when the request began.
    private async Task<Problem?> On(
        Source source,
        Actor by,
        Func<ProtectedIdentity?, IdentityKey?, StaffMember, Task<Problem?>> act
    )
    {
        Problem? refusal = null;
        await db.Transact(async () =>
        {
            if (db.Database.IsNpgsql())
                await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Sources" WHERE "Id" = {source.Id} FOR UPDATE""");
            var id = by.Who!.Id;
            var me = await db.Set<StaffMember>().FirstOrDefaultAsync(row => row.Id == id);
            if (me is null || !me.May(Needed))
            {
                refusal = NotYours;
                return;
            }
            var identity = await Of(source.Id);
            var mine = identity is null ? null : await db.Set<IdentityKey>().FindAsync(identity.Id, me.Id);
            refusal = await act(identity, mine, me);
        });
        if (refusal is not null)
            db.ChangeTracker.Clear();
        return refusal;
    }

    // SQLite writes over what it deletes only when told, and its log keeps it until it is emptied.
    private async Task<Problem?> Erasing(
        Source source,
        Actor by,
        Func<ProtectedIdentity?, IdentityKey?, StaffMember, Task<Problem?>> act
    )
    {
        if (!db.Database.IsSqlite())
            return await On(source, by, act);
        await db.Database.OpenConnectionAsync();
        try
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA secure_delete = ON");
            var refusal = await On(source, by, act);
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
            return refusal;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private void Log(Source source, Actor by, string what, string? detail = null) =>
        db.Audit(
            by.Who,
            clock.GetUtcNow(),
            $"{IdentityLog.Act}{what}",
            IdentityLog.Subject(source.Id),
            source.Name,
            detail,
            by.Address,
            by.Name
        );
}
