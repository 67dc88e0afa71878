using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.PublicRecord;

public class TwoNodesTests
{
    /// <summary>How long both publish at once; ONRECORD_TEST_SECONDS=60 does it for a minute.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("ONRECORD_TEST_SECONDS"), out var seconds) ? seconds : 5
    );

    [Fact]
    public async Task Two_nodes_that_publish_at_once_make_one_log_without_a_fork()
    {
        await using var one = await OnRecordApp.Start();
        await one.Published("The record begins");
        await using var other = await one.AnotherNode();
        var until = Stopwatch.GetTimestamp() + (long)(Long.TotalSeconds * Stopwatch.Frequency);
        var served = new Dictionary<long, TreeHash>();
        var told = await Task.WhenAll(
            new[] { one, one, other, other }.Select(
                async (node, worker) =>
                {
                    var stories = new List<Guid>();
                    while (Stopwatch.GetTimestamp() < until)
                    {
                        var story = await node.Published($"Worker {worker}, story {stories.Count}");
                        await node.Updated(story, $"Worker {worker}, story {stories.Count} again");
                        stories.Add(story);
                        var (_, checkpoint) = await node.Checkpoint();
                        lock (served)
                            (
                                served.TryGetValue(checkpoint.Size, out var root)
                                    ? root
                                    : served[checkpoint.Size] = checkpoint.Root
                            ).ShouldBe(checkpoint.Root);
                    }
                    return stories;
                }
            )
        );
        var published = told.SelectMany(stories => stories).ToList();
        var entries = await one.InDatabase(db => db.Set<RecordEntry>().OrderBy(row => row.Index).ToListAsync());
        entries.Count.ShouldBe(1 + (2 * published.Count));
        var edge = new TreeEdge();
        foreach (var entry in entries)
        {
            edge.Append(TreeHash.OfLeaf(entry.Bytes));
            if (served.TryGetValue(edge.Size, out var root))
                edge.Root.ShouldBe(root, $"the checkpoint of {edge.Size} entries");
        }
        foreach (var node in new[] { one, other })
        {
            // The node that published last signed for both; the other sees it within a second.
            node.Clock.Advance(TimeSpan.FromSeconds(2));
            (await node.Checkpoint()).Checkpoint.Root.ShouldBe(edge.Root);
        }
        served.Count.ShouldBeGreaterThan(1);
        TestContext.Current.SendDiagnosticMessage(
            $"{published.Count} stories, {entries.Count} entries, {served.Count} checkpoints"
        );
    }
}
