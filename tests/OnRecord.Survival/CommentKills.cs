using System.Globalization;
using System.Text.RegularExpressions;

namespace OnRecord.Survival;

/// <summary>Kills the server while readers comment, and sees after each kill that every comment whose writer was thanked is there, once.</summary>
internal static partial class CommentKills
{
    private const int Watched = 10;

    public static async Task<int> Survive(string executable, int kills)
    {
        Environment.SetEnvironmentVariable("ONRECORD__TRUSTEDPROXIES", "127.0.0.1");
        using var folder = new ScratchFolder();
        var survived = 0;
        var server = await Server.Start(executable, folder.Data);
        using var commenters = new Commenters(server.Root, folder.Database);
        try
        {
            await commenters.Prepare();
            for (; survived < kills; survived++)
            {
                var load = commenters.Comment();
                await commenters.SomeThanked();
                await Task.Delay(Random.Shared.Next(1000));
                server.Kill();
                await load;
                server.Dispose();
                server = await Server.Start(executable, folder.Data, server.Root);
                await commenters.Audit();
                if ((survived + 1) % 20 == 0)
                    Console.WriteLine($"{survived + 1} kills survived, {commenters.Thanked} commenters thanked");
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{commenters.Thanked} commenters thanked"));
        Console.WriteLine($"  failed: {(survived == kills ? 0 : 1)}");
        Console.WriteLine($"  succeeded: {survived}");
        return survived == kills ? 0 : 1;
    }

    /// <summary>Has strace watch comments that are sent one after the other: before each answer the commit is synced.</summary>
    public static async Task<int> SeeSync(string executable)
    {
        Environment.SetEnvironmentVariable("ONRECORD__TRUSTEDPROXIES", "127.0.0.1");
        using var folder = new ScratchFolder();
        var filled = await Server.Start(executable, folder.Data);
        filled.Kill();
        filled.Dispose();
        string[] strace =
        [
            "strace",
            "-f",
            "-y",
            "-s",
            "200",
            "-e",
            "trace=fsync,fdatasync,sendmsg,sendto,recvmsg,recvfrom",
            "-o",
            folder.Trace,
        ];
        var server = await Server.Start(executable, folder.Data, filled.Root, strace);
        using (var commenters = new Commenters(server.Root, folder.Database))
        {
            await commenters.Prepare();
            await commenters.Work(Watched);
        }
        server.Kill();
        server.Dispose();
        var (answers, bare, asked, synced) = (0, 0, false, false);
        foreach (var line in await File.ReadAllLinesAsync(folder.Trace))
        {
            if (Asked().IsMatch(line))
                (asked, synced) = (true, false);
            synced |= Synced().IsMatch(line);
            if (!asked || !Answered().IsMatch(line))
                continue;
            answers++;
            bare += synced ? 0 : 1;
            asked = false;
        }
        Console.WriteLine($"{answers} comments answered; before {answers - bare} of them the commit was synced.");
        return answers == Watched && bare == 0 ? 0 : 1;
    }

    [GeneratedRegex("\"POST /20[0-9]{2}/[0-9]{2}/[^ ]+/comments ")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\d+\s+(fsync|fdatasync)\(.*onrecord\.db")]
    private static partial Regex Synced();

    [GeneratedRegex("send(msg|to)\\(.*HTTP/1\\.1 303")]
    private static partial Regex Answered();
}
