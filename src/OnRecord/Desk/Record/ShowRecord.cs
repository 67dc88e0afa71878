using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.PublicRecord.Keeping;
using OnRecord.PublicRecord.Witnessing;
using OnRecord.Stories;

namespace OnRecord.Desk.Record;

/// <summary>How the public record stands: what is sealed, who signs and witnesses it, whom the newsroom witnesses.</summary>
internal static class ShowRecord
{
    public static async Task<IResult> Get(
        HttpContext http,
        long? before,
        OnRecordDb db,
        RecordKey key,
        SignCheckpoint signer,
        CosignedNote cosigned,
        WitnessPolicies policies,
        Room room,
        PageRenderer pages,
        CancellationToken stop
    )
    {
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(RecordRoutes.Strings, around);
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        string? Told(Problem? problem) => problem is null ? null : ProblemWords.In(words.Language, problem);
        var standing = await RecordStanding.Of(db, key, signer, stop);
        var (entries, older) = await RecordLines.Of(db, words, Said, before, stop);
        var (asked, askedProblem) = Policy(policies.Asked);
        var (_, witnessedProblem) = Policy(policies.Witnessed);
        return await pages.Page<RecordPage>(
            new RecordView
            {
                Around = around with { Title = words["Record"] },
                Words = words,
                Origin = standing.Origin,
                Key = standing.Key,
                Problem = Told(standing.Problem),
                Versions = words.Count("Versions", await db.Set<SealedVersion>().CountAsync(stop)),
                Entries = words.Count("Entries", (int)Math.Min(standing.Size, int.MaxValue)),
                Signed = standing is { SignedSize: { } size, SignedAt: { } at }
                    ? words.With("SignedUpTo", size.ToString(CultureInfo.InvariantCulture), Said(at))
                    : null,
                Witnesses =
                [
                    .. (await RecordWitnesses.Of(db, policies, stop)).Select(witness => Line(witness, words, Said)),
                ],
                WitnessesProblem = Told(askedProblem),
                Quorum = await Quorum(asked, standing, signer, cosigned, words, stop),
                Logs =
                [
                    .. (
                        await db.Set<WitnessedLog>().AsNoTracking().OrderBy(row => row.Origin).ToListAsync(stop)
                    ).Select(row => new RecordPartyView(
                        row.Origin,
                        words.With("SeenUpTo", row.Size.ToString(CultureInfo.InvariantCulture), Said(row.At)),
                        null,
                        false
                    )),
                ],
                LogsProblem = Told(witnessedProblem),
                Lines = entries,
                Older = older,
            }
        );
    }

    private static (TransparencyLog.WitnessPolicy? Policy, Problem? Problem) Policy(
        Func<TransparencyLog.WitnessPolicy?> read
    )
    {
        try
        {
            return (read(), null);
        }
        catch (RecordRefusal refusal)
        {
            return (null, refusal.Problem);
        }
    }

    private static async Task<string?> Quorum(
        TransparencyLog.WitnessPolicy? policy,
        RecordStanding standing,
        SignCheckpoint signer,
        CosignedNote cosigned,
        Words words,
        CancellationToken stop
    )
    {
        if (policy is null || policy.Witnesses.Count == 0 || standing.Problem is not null)
            return null;
        return await signer.Newest(stop) is not { } signed ? null
            : RecordWitnesses.IsEnough(policy, await cosigned.Under(signed, stop)) ? words["QuorumMet"]
            : words["QuorumWaits"];
    }

    private static RecordPartyView Line(WitnessView witness, Words words, Func<DateTimeOffset, string> said) =>
        new(
            witness.Name,
            witness is { Size: { } size, At: { } at }
                ? words.With("SeenUpTo", size.ToString(CultureInfo.InvariantCulture), said(at))
                : words["NotSeenYet"],
            witness.Fault is { } fault ? words.With($"Fault.{fault}", witness.Detail)
                : witness.Address is null ? words["NotAsked"]
                : null,
            witness.Fault is nameof(AskFault.SawLarger) or nameof(AskFault.SawAnother)
        );
}
