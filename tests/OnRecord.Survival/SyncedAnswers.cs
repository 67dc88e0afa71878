using System.Text.RegularExpressions;

namespace OnRecord.Survival;

/// <summary>Has strace watch the server while stories are published one after the other: before each answer the database's commit and the last signed checkpoint are synced.</summary>
internal static partial class SyncedAnswers
{
    private const int Stories = 5;

    public static async Task<int> See(string executable)
    {
        using var folder = new ScratchFolder();
        // Filled first: strace would slow the filling down.
        var filled = await Server.Start(executable, folder.Data);
        filled.Kill();
        filled.Dispose();
        var server = await Server.Start(
            executable,
            folder.Data,
            filled.Root,
            "strace",
            "-f",
            "-y",
            "-s",
            "200",
            "-e",
            "trace=fsync,fdatasync,sendmsg,sendto,recvmsg,recvfrom",
            "-o",
            folder.Trace
        );
        using var editors = await Editors.SignIn(server);
        await editors.Prepare(folder.Database);
        await editors.Work(Stories);
        server.Kill();
        server.Dispose();
        var (answers, bare) = (0, 0);
        var (commit, signed, asked) = (false, false, false);
        foreach (var line in await File.ReadAllLinesAsync(folder.Trace))
        {
            if (Asked().IsMatch(line))
                (asked, commit, signed) = (true, false, false);
            if (asked && Synced().IsMatch(line))
                (commit, signed) = (
                    commit || line.Contains("onrecord.db", StringComparison.Ordinal),
                    signed || line.Contains("record.signed", StringComparison.Ordinal)
                );
            if (!asked || !Answered().IsMatch(line))
                continue;
            answers++;
            bare += commit && signed ? 0 : 1;
            asked = false;
        }
        Console.WriteLine(
            $"{answers} publications answered; before {answers - bare} of them the commit and the signed checkpoint were synced."
        );
        return answers == 2 * Stories && bare == 0 ? 0 : 1;
    }

    [GeneratedRegex("\"POST /desk/stories/[0-9a-f-]+/publish ")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\d+\s+(fsync|fdatasync)\(")]
    private static partial Regex Synced();

    [GeneratedRegex("send(msg|to)\\(.*HTTP/1\\.1 303")]
    private static partial Regex Answered();
}
