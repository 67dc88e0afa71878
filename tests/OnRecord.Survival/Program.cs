using System.Diagnostics;
using System.Globalization;
using OnRecord.Survival;

// OnRecord.Survival EXECUTABLE KILLS: publishes through the desk, kills the server in the middle of it, and sees after each kill that nothing
// a client was told is lost and nothing is published that is not sealed.  OnRecord.Survival EXECUTABLE --sync: that the commit is synced before each answer.
if (args is [var traced, "--sync"])
    return await SyncedAnswers.See(traced);

// OnRecord.Survival EXECUTABLE --comments KILLS, and --comments-sync: the same for readers who comment.
if (
    args is [var commented, "--comments", var often]
    && int.TryParse(often, CultureInfo.InvariantCulture, out var times)
)
    return await CommentKills.Survive(commented, times);
if (args is [var watched, "--comments-sync"])
    return await CommentKills.SeeSync(watched);
if (args is not [var executable, var told] || !int.TryParse(told, CultureInfo.InvariantCulture, out var kills))
{
    await Console.Error.WriteLineAsync(
        "EXECUTABLE KILLS | EXECUTABLE --sync | EXECUTABLE --comments KILLS | EXECUTABLE --comments-sync"
    );
    return 2;
}
using var folder = new ScratchFolder();
var (survived, since) = (0, Stopwatch.GetTimestamp());
var server = await Server.Start(executable, folder.Data);
var (editors, audit) = (await Editors.SignIn(server), new LogAudit(folder.Database));
try
{
    await editors.Prepare(folder.Database);
    for (var kill = 1; kill <= kills; kill++)
    {
        var load = editors.Publish(audit);
        await editors.Published(load);
        await Task.Delay(Random.Shared.Next(1000));
        server.Kill();
        await load;
        server.Dispose();
        server = await Server.Start(executable, folder.Data, server.Root);
        await audit.Of(server, editors.Acknowledged);
        survived++;
        if (kill % 20 == 0)
            Console.WriteLine($"{kill} kills survived, {editors.Acknowledged.Count} publications acknowledged");
    }
}
catch (Lost failure)
{
    Console.WriteLine($"Kill {survived + 1}: {failure.Message}");
}
finally
{
    server.Kill();
    server.Dispose();
}
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{editors.Acknowledged.Count} publications acknowledged, {audit.Entries} entries in the log, {audit.Served} checkpoints served, {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"
    )
);
Console.WriteLine($"  failed: {(survived == kills ? 0 : 1)}");
Console.WriteLine($"  succeeded: {survived}");
return survived == kills ? 0 : 1;
