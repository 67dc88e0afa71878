using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>Who witnesses our record, and how far each has seen it.</summary>
internal static class RecordWitnesses
{
    /// <summary>In the order of the policy file; empty where no witness is named, or the file cannot be read.</summary>
    public static async Task<IReadOnlyList<WitnessView>> Of(
        OnRecordDb db,
        WitnessPolicies policies,
        CancellationToken stop = default
    )
    {
        WitnessPolicy? policy;
        try
        {
            policy = policies.Asked();
        }
        catch (RecordRefusal)
        {
            return [];
        }
        var origin = await db.Set<RecordHead>().Select(head => head.Origin).FirstOrDefaultAsync(stop);
        var rows = await db.Set<AskedWitness>().AsNoTracking().Where(row => row.Origin == origin).ToListAsync(stop);
        return
        [
            .. (policy?.Witnesses.Values ?? []).Select(witness =>
            {
                var row = rows.Find(one => one.Key == $"{witness.Key}");
                return new WitnessView(
                    witness.Key.Name,
                    row?.At is null ? null : row.Size,
                    row?.At,
                    row is null || row.Fault == AskFault.None ? null : $"{row.Fault}",
                    row?.Detail ?? "",
                    witness.Address
                );
            }),
        ];
    }

    /// <summary>Whether as many witnesses have cosigned as the policy asks for.</summary>
    public static bool IsEnough(WitnessPolicy policy, SignedCheckpoint cosigned) =>
        policy.IsMetBy(SignedNote.Parse(Encoding.UTF8.GetBytes(cosigned.Note)));
}

/// <summary>A witness of the record.</summary>
/// <param name="Name">Its key's name.</param>
/// <param name="Size">Up to which entry it has seen the record; null where it has not cosigned yet.</param>
/// <param name="At">When.</param>
/// <param name="Fault">Why it did not cosign when it was last asked, as <c>AskFault</c> names it; null where it did.</param>
/// <param name="Detail">What belongs to the fault.</param>
/// <param name="Address">Where it is asked; null where it is only believed.</param>
public sealed record WitnessView(
    string Name,
    long? Size,
    DateTimeOffset? At,
    string? Fault = null,
    string Detail = "",
    string? Address = null
);
