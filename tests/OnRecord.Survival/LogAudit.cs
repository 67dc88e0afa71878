using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OnRecord.TransparencyLog;

namespace OnRecord.Survival;

/// <summary>What the record must be after each kill: it continues every checkpoint ever served, and holds what anyone was told is published and nothing else.</summary>
internal sealed class LogAudit(string database)
{
    private readonly ConcurrentDictionary<long, TreeHash> served = new();
    private VerifierKey? key;

    public int Entries { get; private set; }

    public int Served => served.Count;

    /// <summary>Asks for the checkpoint over and over, as auditors all over the world would, until the server is gone.</summary>
    public async Task Watch(HttpClient http)
    {
        try
        {
            for (; ; await Task.Delay(5))
                await Checkpoint(http);
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            // The server was killed.
        }
    }

    public async Task Of(Server server, IReadOnlyCollection<(Guid Story, int Version)> acknowledged)
    {
        using var http = new HttpClient { BaseAddress = server.Root };
        var checkpoint = await Checkpoint(http);
        var edge = new TreeEdge();
        var versions = new HashSet<(Guid, int)>();
        foreach (var tile in Tile.Of(0, checkpoint.Size))
        {
            var bundle = EntryBundle.Read(await http.GetByteArrayAsync($"/record/{tile.EntriesPath}"));
            Demand(bundle.Count == tile.Width, $"{tile.EntriesPath} holds {bundle.Count} entries.");
            foreach (var entry in bundle)
            {
                edge.Append(TreeHash.OfLeaf(entry.Span));
                Demand(
                    !served.TryGetValue(edge.Size, out var root) || root == edge.Root,
                    $"The log does not continue the checkpoint of {edge.Size} entries that was served."
                );
                var read = JsonDocument.Parse(entry).RootElement;
                if (read.GetProperty("type").GetString() == "version")
                    versions.Add((read.GetProperty("story").GetGuid(), read.GetProperty("version").GetInt32()));
            }
        }
        Demand(edge.Root == checkpoint.Root, "The entries do not lead to the checkpoint's root.");
        Demand(served.Keys.Max() <= checkpoint.Size, "A larger checkpoint was served before.");
        foreach (var told in acknowledged)
            Demand(versions.Contains(told), $"{told} was acknowledged and is not in the log.");
        Entries = (int)edge.Size;
        await Database(versions);
        foreach (var told in acknowledged.TakeLast(3))
            await Proof(http, told, checkpoint);
    }

    private async Task<Checkpoint> Checkpoint(HttpClient http)
    {
        key ??= VerifierKey.Parse((await http.GetStringAsync("/record/key")).Trim());
        var note = Encoding.UTF8.GetBytes(await http.GetStringAsync("/record/checkpoint"));
        var (checkpoint, _) = TransparencyLog.Checkpoint.Open(note, key);
        Demand(
            served.GetOrAdd(checkpoint.Size, checkpoint.Root) == checkpoint.Root,
            $"Two checkpoints of {checkpoint.Size} entries were signed."
        );
        return checkpoint;
    }

    // Readers' pages are made of these rows.
    private async Task Database(HashSet<(Guid, int)> versions)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT StoryId, Number FROM StoryVersions";
        await using var reader = await command.ExecuteReaderAsync();
        var shown = 0;
        for (; await reader.ReadAsync(); shown++)
            Demand(
                versions.Contains((Guid.Parse(reader.GetString(0)), reader.GetInt32(1))),
                $"Version {reader.GetInt32(1)} of {reader.GetString(0)} is published and not sealed."
            );
        Demand(shown == versions.Count, $"{versions.Count} versions are sealed and {shown} published.");
    }

    private static async Task Proof(HttpClient http, (Guid Story, int Version) told, Checkpoint checkpoint)
    {
        var proof = LogProof.Parse(
            await http.GetByteArrayAsync($"/record/proof/{told.Story}/{told.Version}.tlog-proof")
        );
        Demand(
            MerkleProofs.Includes(
                proof.Index,
                checkpoint.Size,
                TreeHash.OfLeaf(proof.Extra!.Value.Span),
                proof.Hashes,
                checkpoint.Root
            ),
            $"The proof of {told} does not lead to the checkpoint."
        );
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new Lost(otherwise);
    }
}
