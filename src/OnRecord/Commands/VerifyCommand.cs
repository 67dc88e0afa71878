using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using OnRecord.Commands.Verification;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands;

/// <summary><c>onrecord verify</c>: audits a live site from outside, or checks a proof offline. Asks no database.</summary>
internal static class VerifyCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Command Create()
    {
        var what = new Argument<string>("URL|FILE")
        {
            Description = "A site, such as https://news.example.org, or the proof of a version, such as 3.tlog-proof.",
        };
        var memory = new Option<string?>("--memory")
        {
            Description = $"The file that keeps what was seen. {RememberedRecords.UsualPath} unless told.",
            HelpName = "FILE",
        };
        var noPages = new Option<bool>("--no-pages") { Description = "Audit log and versions, and compare no pages." };
        var policy = new Option<string?>("--policy")
        {
            Description = "Ask for the log’s key and the witnesses of a policy (C2SP tlog-policy).",
            HelpName = "FILE",
        };
        var key = new Option<string?>("--key")
        {
            Description = "For a proof: the log’s key, as /record/key says it. The remembered one unless told.",
            HelpName = "KEY",
        };
        var statement = new Option<string?>("--statement")
        {
            Description = "For a proof: the version’s file, such as 3.json, to be compared with it.",
            HelpName = "FILE",
        };
        var json = SharedOptions.Json();
        var command = new Command("verify", "Check that nothing was changed in silence: a site, or a proof.")
        {
            what,
            memory,
            noPages,
            policy,
            key,
            statement,
            json,
        };
        command.SetAction(
            (parsed, stop) =>
                Run(
                    new Asked(
                        parsed.GetValue(what)!,
                        new RememberedRecords(Path.GetFullPath(parsed.GetValue(memory) ?? RememberedRecords.UsualPath)),
                        !parsed.GetValue(noPages),
                        parsed.GetValue(policy),
                        parsed.GetValue(key),
                        parsed.GetValue(statement),
                        parsed.GetValue(json)
                    ),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> Run(Asked asked, CancellationToken stop)
    {
        try
        {
            var policy = asked.Policy is null
                ? null
                : WitnessPolicy.Parse(await File.ReadAllBytesAsync(asked.Policy, stop));
            if (SiteReader.Read(asked.What) is { } root)
                return await Site(root, asked, policy, stop);
            if (File.Exists(asked.What))
                return await Proof(asked, policy, stop);
            return await Refuse(
                $"{asked.What} is neither the address of a site, which begins with https:// or http://, nor a file."
            );
        }
        catch (LogFormatException wrong)
        {
            return await Refuse(wrong.Message);
        }
        catch (NotAsSealed wrong)
        {
            return await Refuse(wrong.Message);
        }
    }

    private static async Task<int> Site(Uri root, Asked asked, WitnessPolicy? policy, CancellationToken stop)
    {
        using var site = new SiteReader(root, SiteReader.Network());
        var verdict = await VerifySite.Run(
            site,
            asked.Memory,
            new SiteCheck(asked.WithPages, policy),
            TimeProvider.System,
            stop
        );
        if (asked.Json)
            Console.WriteLine(JsonSerializer.Serialize(verdict, Json));
        else if (verdict.Holds)
            foreach (var sentence in TellVerdict.Of(verdict, asked.Memory.Path))
                Console.WriteLine(sentence);
        return verdict.Fault is null ? CommandLine.Done
            : asked.Json ? CommandLine.Refused
            : await Refuse(verdict.Fault.Sentence);
    }

    private static async Task<int> Proof(Asked asked, WitnessPolicy? policy, CancellationToken stop)
    {
        var named = asked.Key is null ? null : VerifierKey.Parse(asked.Key.Trim());
        var known = await asked.Memory.Read(stop);
        var verdict = VerifyProof.Run(
            await File.ReadAllBytesAsync(asked.What, stop),
            asked.Statement is null ? null : await File.ReadAllBytesAsync(asked.Statement, stop),
            origin => named is not null ? [named] : [.. Known(origin, known, policy)],
            policy
        );
        if (asked.Json)
            Console.WriteLine(JsonSerializer.Serialize(verdict, Json));
        else if (verdict.Holds)
            foreach (var sentence in TellVerdict.Of(verdict, asked.What))
                Console.WriteLine(sentence);
        return verdict.Fault is null ? CommandLine.Done
            : asked.Json ? CommandLine.Refused
            : await Refuse($"{asked.What}: {verdict.Fault.Sentence}");
    }

    private static IEnumerable<VerifierKey> Known(
        string origin,
        IReadOnlyList<RememberedRecord> known,
        WitnessPolicy? policy
    ) =>
        policy is not null
            ? policy.Logs.Select(log => log.Key).Where(key => key.Name == origin)
            : known
                .Where(record => record.Origin == origin)
                .SelectMany(record => record.FormerKeys.Append(record.Key))
                .Distinct()
                .Select(VerifierKey.Parse);

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLine.Refused;
    }

    private sealed record Asked(
        string What,
        RememberedRecords Memory,
        bool WithPages,
        string? Policy,
        string? Key,
        string? Statement,
        bool Json
    );
}
