using System.Text;

namespace OnRecord.TransparencyLog;

/// <summary>Which logs are believed, and whose cosignatures a checkpoint needs (C2SP tlog-policy).</summary>
public sealed class WitnessPolicy
{
    private static readonly char[] White = [' ', '\t'];

    private readonly Dictionary<string, Func<HashSet<string>, bool>> met = [];
    private readonly Dictionary<string, PolicyWitness> witnesses = [];
    private readonly HashSet<string> grouped = [];
    private readonly List<PolicyLog> logs = [];
    private Func<HashSet<string>, bool>? quorum;

    private WitnessPolicy() { }

    internal static LogFault NotMet { get; } =
        new(LogFaultKind.NotWitnessed, "The checkpoint does not have the cosignatures that the policy asks for.");

    /// <summary>The logs, in the order of the file.</summary>
    public IReadOnlyList<PolicyLog> Logs => logs;

    /// <summary>The witnesses by the names the file gives them. A name is octets (“Character set”); each is one letter here, from U+0000 to U+00FF.</summary>
    public IReadOnlyDictionary<string, PolicyWitness> Witnesses => witnesses;

    /// <summary>Reads a policy file.</summary>
    /// <exception cref="LogFormatException">It is not written as one. The message names the line.</exception>
    public static WitnessPolicy Parse(ReadOnlySpan<byte> file)
    {
        foreach (var octet in file)
            if (octet is < 0x20 and not (0x09 or 0x0A) or 0x7F)
                throw new LogFormatException("The policy has a control character other than tab and line feed in it.");
        var policy = new WitnessPolicy();
        // Names are octets; Latin-1 keeps each apart.
        foreach (var (at, line) in Encoding.Latin1.GetString(file).Split('\n').Index())
        {
            var words = line.Split(White, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && words[0][0] != '#' && policy.Read(words) is { } wrong)
                throw new LogFormatException($"Line {at + 1} of the policy: {wrong}");
        }
        return policy.quorum is null
            ? throw new LogFormatException("The policy has no line that begins with “quorum”.")
            : policy;
    }

    /// <summary>Whether a checkpoint is to be believed: one of the logs has signed it, and enough witnesses have cosigned it.</summary>
    /// <param name="checkpoint">The checkpoint with its signatures.</param>
    public LogFindings Judge(ReadOnlySpan<byte> checkpoint)
    {
        try
        {
            var note = SignedNote.Parse(checkpoint);
            var signers = note.Verify([.. logs.Select(log => log.Key)]);
            if (signers.Count == 0)
                throw new LogFormatException(
                    LogFaultKind.Forged,
                    "The checkpoint is not signed by a log of the policy."
                );
            var opened = Checkpoint.Parse(note.Text);
            if (signers.All(signer => signer.Name != opened.Origin))
                throw new LogFormatException(
                    LogFaultKind.AnotherLog,
                    $"The checkpoint is of {opened.Origin}, not of {signers[0].Name}."
                );
            return IsMetBy(note) ? LogFindings.Of(opened, note) : LogFindings.Of(NotMet);
        }
        catch (LogFormatException wrong)
        {
            return LogFindings.Of(wrong.Fault);
        }
    }

    /// <summary>Whether enough witnesses have cosigned a checkpoint. Whether its log signed it is not looked at.</summary>
    /// <param name="note">The checkpoint with its signatures.</param>
    public bool IsMetBy(SignedNote note) =>
        quorum!([
            .. witnesses
                .Where(witness =>
                    note.Signatures.Any(line => Cosignature.At(line, witness.Value.Key, note.Text) is not null)
                )
                .Select(witness => witness.Key),
        ]);

    private string? Read(string[] words)
    {
        try
        {
            return Take(words);
        }
        catch (LogFormatException wrong)
        {
            return wrong.Message;
        }
    }

    private string? Take(string[] words) =>
        words[0] switch
        {
            "log" when words.Length is 2 or 3 => Log(words),
            "witness" when words.Length is 3 or 4 => Witness(words),
            "group" when words.Length >= 4 => Group(words),
            "quorum" when words.Length == 2 => Quorum(words[1]),
            "log" or "witness" or "group" or "quorum" => $"“{words[0]}” has too few or too many words after it.",
            _ => $"“{words[0]}” is not one of log, witness, group, quorum.",
        };

    private string? Log(string[] words)
    {
        var key = VerifierKey.Parse(Utf8(words[1]));
        if (key.Kind != SignatureKind.Note)
            return "the key is a witness’s, not a log’s.";
        if (logs.Exists(log => log.Key.Bytes.SequenceEqual(key.Bytes)))
            return "the log is named twice.";
        logs.Add(new PolicyLog(key, words.ElementAtOrDefault(2)));
        return null;
    }

    private string? Witness(string[] words)
    {
        var key = VerifierKey.Parse(Utf8(words[2]));
        if (key.Kind != SignatureKind.Cosignature)
            return "the key is a log’s, not a witness’s.";
        if (witnesses.Values.Any(witness => witness.Key.Bytes.SequenceEqual(key.Bytes)))
            return "the witness is named twice.";
        if (IsTaken(words[1]))
            return $"the name {words[1]} is taken.";
        var name = words[1];
        witnesses[name] = new PolicyWitness(key, words.ElementAtOrDefault(3));
        met[name] = seen => seen.Contains(name);
        return null;
    }

    private string? Group(string[] words)
    {
        var (name, members) = (words[1], words[3..]);
        if (IsTaken(name))
            return $"the name {name} is taken.";
        foreach (var member in members)
        {
            if (!met.ContainsKey(member))
                return $"{member} is named before it is defined.";
            if (!grouped.Add(member))
                return $"{member} is a member twice.";
        }
        var needed = words[2] switch
        {
            "all" => members.Length,
            "any" => 1,
            var written => Decimal.Read(written) ?? 0,
        };
        if (needed < 1 || needed > members.Length)
            return $"“{words[2]}” is not all, any, or a number from 1 to {members.Length}.";
        var tests = members.Select(member => met[member]).ToList();
        met[name] = seen => tests.Count(test => test(seen)) >= needed;
        return null;
    }

    private string? Quorum(string name)
    {
        if (quorum is not null)
            return "there is a second quorum.";
        if (name != "none" && !met.ContainsKey(name))
            return $"{name} is named before it is defined.";
        quorum = name == "none" ? _ => true : met[name];
        return null;
    }

    private bool IsTaken(string name) => name == "none" || met.ContainsKey(name);

    private static string Utf8(string octets) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(octets));
}

/// <summary>A log of a policy.</summary>
/// <param name="Key">Its key; the key's name is the log's origin.</param>
/// <param name="Address">Where it is reached; null where the file does not say.</param>
public sealed record PolicyLog(VerifierKey Key, string? Address);

/// <summary>A witness of a policy.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Address">Where it is reached; null where the file does not say.</param>
public sealed record PolicyWitness(VerifierKey Key, string? Address);
