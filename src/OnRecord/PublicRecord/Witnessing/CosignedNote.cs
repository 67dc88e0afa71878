using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>The newest checkpoint with the cosignatures there are. It is held in memory, and looked up again after a second, since another node may have asked.</summary>
internal sealed class CosignedNote(
    WitnessPolicies policies,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<CosignedNote> log
)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private volatile Known? known;

    public async Task<SignedCheckpoint> Under(SignedCheckpoint signed, CancellationToken stop)
    {
        if (known is { } held && held.Bare == signed.Note && clock.GetElapsedTime(held.SeenAt) < Fresh)
            return signed with { Note = held.Note };
        var seen = clock.GetTimestamp();
        var note = await Cosigned(signed, stop);
        known = new Known(signed.Note, note, seen);
        return signed with { Note = note };
    }

    private async Task<string> Cosigned(SignedCheckpoint signed, CancellationToken stop)
    {
        WitnessPolicy? policy;
        try
        {
            policy = policies.Asked();
        }
        catch (RecordRefusal refusal)
        {
            // The checkpoint is none the worse for it.
            log.LogError(refusal, "No cosignatures are served");
            return signed.Note;
        }
        if (policy is null)
            return signed.Note;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var origin = VerifierKey.Parse(signed.Key).Name;
        var rows = await db.Set<AskedWitness>()
            .AsNoTracking()
            .Where(row => row.Origin == origin && row.Size == signed.Size)
            .ToListAsync(stop);
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(signed.Note));
        foreach (var witness in policy.Witnesses.Values)
            if (
                rows.Find(row => row.Key == $"{witness.Key}")?.SignatureUnder(note.Text, witness.Key) is { } cosignature
            )
                note = note.With(cosignature);
        return $"{note}";
    }

    private sealed record Known(string Bare, string Note, long SeenAt);
}
