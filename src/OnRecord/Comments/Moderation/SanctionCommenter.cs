using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Acts on somebody who comments: warns, holds, suspends, bans, and takes it back. They are told why.</summary>
internal sealed class SanctionCommenter(DecideComments decide, WriteToReader letters, TimeProvider clock)
{
    /// <summary>More of them are decided in the queue.</summary>
    private const int MostRefused = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Within the caller's transaction.</summary>
    /// <param name="person">Tracked.</param>
    /// <param name="refuses">Whether what waits of them is refused.</param>
    public async Task<Outcome<Commenter>> Into(
        OnRecordDb db,
        Commenter person,
        SanctionAct act,
        DateTimeOffset? until,
        string words,
        bool refuses,
        SignedIn who
    )
    {
        var now = clock.GetUtcNow();
        words = words.Trim();
        if (Fault(act, until, words, now) is { } fault)
            return fault;
        Apply(person, act, until, words, now);
        db.CommenterSanctions.Add(
            new CommenterSanction
            {
                Id = Guid.CreateVersion7(now),
                CommenterId = person.Id,
                At = now,
                StaffId = who.Id,
                Act = act,
                Until = act == SanctionAct.Suspended ? until : null,
                Words = words,
            }
        );
        await letters.Sanction(db, person, act, words);
        db.Audit(who, now, $"commenter.{Name(act)}", $"commenter:{person.Id}", Label(person));
        if (refuses && act is SanctionAct.Banned or SanctionAct.Suspended)
            await decide.Move(
                db,
                await Waiting(db, person.Id),
                new Verdict(DecisionAct.Rejected, Ground.Other, words),
                who
            );
        return person;
    }

    /// <summary>How the audit log names somebody whose name is theirs to have erased.</summary>
    public static string Label(Commenter person) => $"{person.Id:N}"[^8..];

    private static Problem? Fault(SanctionAct act, DateTimeOffset? until, string words, DateTimeOffset now) =>
        !Enum.IsDefined(act) ? new Problem("act", "Choose what is to be done.")
        : act != SanctionAct.Lifted && words.Length == 0 ? new Problem("why", "Say why in a sentence. They are told.")
        : words.Length > CommenterSanction.LongestWords
            ? Problem.With(
                "why",
                "The reason is longer than {0} characters. Make it shorter.",
                CommenterSanction.LongestWords
            )
        : act == SanctionAct.Suspended && !(until > now && until <= now + Longest)
            ? new Problem("until", "Choose a day that is still to come, a year from now at most.")
        : null;

    private static void Apply(
        Commenter person,
        SanctionAct act,
        DateTimeOffset? until,
        string words,
        DateTimeOffset now
    )
    {
        person.Sanction = words;
        if (act == SanctionAct.Warned)
            person.WarnedAt = now;
        else if (act == SanctionAct.Held)
            person.IsHeld = true;
        else if (act == SanctionAct.Suspended)
            person.SuspendedUntil = until;
        else if (act == SanctionAct.Banned)
            person.BannedAt = now;
        else
        {
            (person.WarnedAt, person.SuspendedUntil, person.BannedAt) = (null, null, null);
            (person.IsHeld, person.Sanction) = (false, "");
        }
    }

    private static Task<List<ReaderComment>> Waiting(OnRecordDb db, Guid person) =>
        db.Set<ReaderComment>()
            .Where(row =>
                row.CommenterId == person && (row.State == CommentState.Held || row.State == CommentState.Unconfirmed)
            )
            .OrderBy(row => row.Id)
            .Take(MostRefused)
            .ToListAsync();

    private static string Name(SanctionAct act) =>
        act switch
        {
            SanctionAct.Warned => "warned",
            SanctionAct.Held => "held",
            SanctionAct.Suspended => "suspended",
            SanctionAct.Banned => "banned",
            _ => "lifted",
        };
}
