using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.PublicRecord;
using OnRecord.PublicRecord.Witnessing;
using OnRecord.TransparencyLog;

namespace OnRecord.Front.Record;

/// <summary>What the public record is, for readers: how much stands in it, who signs, who else watches, and how to check.</summary>
internal static class ShowRecord
{
    public static async Task<IResult> Get(
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        SignCheckpoint signer,
        WitnessPolicies policies,
        PageRenderer pages,
        CancellationToken stop
    )
    {
        var (around, newsroom) = await shell.Around(null, null, "/record");
        var words = around.Words;
        var sealedCount = await db.Set<SealedVersion>().CountAsync(stop);
        var first = await db.Set<RecordEntry>()
            .Where(row => row.Index == 0)
            .Select(row => row.Bytes)
            .FirstOrDefaultAsync(stop);
        var signed = await Newest(signer, stop);
        var witnesses = await RecordWitnesses.Of(db, policies, stop);
        return await pages.Page<RecordPage>(
            new RecordView
            {
                Shell = around with
                {
                    Title = $"{words["Record.Heading"]} · {newsroom.Name}",
                    Description = words["Record.Lead"],
                },
                Versions = sealedCount,
                Since = first is null ? null : newsroom.Local(SealedAt(first)),
                Size = signed?.Size ?? 0,
                Checkpoint = signed?.Note,
                Key = signed?.Key,
                Witnesses =
                [
                    .. witnesses.Select(witness =>
                        witness is { Size: { } size, At: { } at }
                            ? words.With("Record.WitnessSaw", witness.Name, size, words.Moment(newsroom.Local(at)))
                            : words.With("Record.WitnessAsked", witness.Name)
                    ),
                ],
                Site = address.Root.AbsoluteUri.TrimEnd('/'),
            }
        );
    }

    private static async Task<SignedCheckpoint?> Newest(SignCheckpoint signer, CancellationToken stop)
    {
        try
        {
            return await signer.Newest(stop);
        }
        catch (RecordRefusal refusal)
        {
            signer.Log(refusal);
            return null;
        }
    }

    private static DateTimeOffset SealedAt(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        var said = json.RootElement;
        return said.TryGetProperty("late", out var late)
            ? late.GetDateTimeOffset()
            : said.GetProperty("time").GetDateTimeOffset();
    }
}

/// <summary>The public record as readers are told of it.</summary>
public sealed record RecordView
{
    public required ShellView Shell { get; init; }

    /// <summary>How many versions are sealed.</summary>
    public required int Versions { get; init; }

    /// <summary>When the first was sealed, on the newsroom's clock; null where none is.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many entries the newest checkpoint covers.</summary>
    public required long Size { get; init; }

    /// <summary>The newest checkpoint; null where there is none, or it cannot be signed.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The key that signs it.</summary>
    public string? Key { get; init; }

    /// <summary>The site's address without a slash at its end.</summary>
    public required string Site { get; init; }

    /// <summary>Who witnesses the record, and how far each has seen it: a sentence each.</summary>
    public IReadOnlyList<string> Witnesses { get; init; } = [];
}
