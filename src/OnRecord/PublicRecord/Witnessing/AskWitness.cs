using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>Asks one witness to cosign, and keeps what it answered. One that saw another record than ours is told to the owners at once.</summary>
internal sealed class AskWitness(
    OnRecordDb db,
    WitnessLine line,
    GiveNotice notices,
    TimeProvider clock,
    ILogger<AskWitness> log
)
{
    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromHours(1);

    public async Task Run(PolicyWitness witness, SignedCheckpoint signed, CancellationToken stop)
    {
        var (origin, key) = (VerifierKey.Parse(signed.Key).Name, $"{witness.Key}");
        var row = await db.Set<AskedWitness>()
            .FirstOrDefaultAsync(known => known.Origin == origin && known.Key == key, stop);
        if (row is not null && (row.HasCosigned(signed, witness.Key) || row.AskAt > clock.GetUtcNow()))
            return;
        var isNew = row is null;
        row ??= new AskedWitness { Origin = origin, Key = key };
        var before = row.Fault;
        await Ask(witness, row, signed, stop);
        if (isNew)
            db.Add(row);
        var isAlarm = row.Fault is AskFault.SawLarger or AskFault.SawAnother && row.Fault != before;
        await db.Transact(() => isAlarm ? Tell(row, witness) : Task.CompletedTask, stop);
    }

    private async Task Ask(PolicyWitness witness, AskedWitness row, SignedCheckpoint signed, CancellationToken stop)
    {
        if (
            !Uri.TryCreate(witness.Address, UriKind.Absolute, out var prefix)
            || prefix.Scheme is not ("http" or "https")
        )
        {
            row.Failed(AskFault.Unreachable, $"{witness.Address} is not an http address.", clock.GetUtcNow());
            return;
        }
        try
        {
            var old = Math.Min(row.Size, signed.Size);
            for (var mayAskAgain = true; ; mayAskAgain = false)
            {
                var proof = RecordTiles.Tree(db, signed.Size).Consistency(old);
                var note = SignedNote.Parse(Encoding.UTF8.GetBytes(signed.Note));
                var (status, _, body) = await line.Post(prefix, $"{new WitnessRequest(old, proof, note)}", stop);
                if (status != HttpStatusCode.Conflict || !IsSize(body, out var size))
                {
                    Take(row, witness.Key, signed, note, (int)status, body);
                    return;
                }
                if (await IsBeyondUs(size, stop))
                {
                    row.Failed(AskFault.SawLarger, Number(size), clock.GetUtcNow());
                    return;
                }
                // Another node may have asked with a newer checkpoint; that one is taken up at the next turn.
                if (!mayAskAgain || size > signed.Size)
                {
                    row.Failed(AskFault.Refused, Number((int)status), clock.GetUtcNow());
                    return;
                }
                old = size;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or IOException)
        {
            row.Failed(AskFault.Unreachable, failure.Message, clock.GetUtcNow());
        }
    }

    private void Take(
        AskedWitness row,
        VerifierKey key,
        SignedCheckpoint signed,
        SignedNote note,
        int status,
        byte[] body
    )
    {
        var now = clock.GetUtcNow();
        if (status != 200)
        {
            row.Failed(
                status switch
                {
                    404 => AskFault.Unknown,
                    422 => AskFault.SawAnother,
                    _ => AskFault.Refused,
                },
                Number(status == 422 ? signed.Size : status),
                now
            );
            return;
        }
        foreach (var cosignature in Lines(body))
        {
            if (Cosignature.At(cosignature, key, note.Text) is not { } at)
                continue;
            if ((at - now).Duration() > ClocksMayDiffer)
                row.Failed(AskFault.WrongTime, at.ToString("u", CultureInfo.InvariantCulture), now);
            else
                row.Cosigned(signed.Size, cosignature, at);
            return;
        }
        row.Failed(AskFault.Unsigned, "", now);
    }

    // Lines of other keys, and of kinds not known here, are nothing to us.
    private static IEnumerable<NoteSignature> Lines(byte[] body)
    {
        foreach (var written in Encoding.UTF8.GetString(body).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            NoteSignature signature;
            try
            {
                signature = NoteSignature.Parse(written);
            }
            catch (LogFormatException)
            {
                continue;
            }
            yield return signature;
        }
    }

    private async Task<bool> IsBeyondUs(long size, CancellationToken stop) =>
        !await db.Set<RecordHead>().AnyAsync(head => head.Size >= size, stop);

    private async Task Tell(AskedWitness row, PolicyWitness witness)
    {
        log.LogError(
            "The witness {Witness} has seen another record than ours ({Fault}, {Detail}): the database is an older copy, or somebody else signs with our key",
            witness.Key.Name,
            row.Fault,
            row.Detail
        );
        var owners = (await db.Set<StaffMember>().ToListAsync()).Where(member => member.Roles.HasFlag(Roles.Owner));
        await notices.To(
            db,
            owners.Select(owner => owner.Id),
            NoticeKind.RecordContradicted,
            null,
            witness.Key.Name,
            "/desk/record"
        );
    }

    private static bool IsSize(byte[] body, out long size) =>
        long.TryParse(
            Encoding.ASCII.GetString(body).TrimEnd('\n'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out size
        );

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
