namespace OnRecord.PublicRecord;

/// <summary>The public record, section <c>Record</c>.</summary>
public sealed class RecordOptions
{
    /// <summary>The log's name in its checkpoints, such as <c>news.example.org/record</c>. It is taken when the record begins, and never changes; unless told it is the public address without its scheme, and <c>/record</c>.</summary>
    public string? Origin { get; set; }

    /// <summary>The key that signs, a file outside the data folder and its backups. Unless told <c>record.key</c> in the folder of keys beside the data folder. What was signed last is kept beside it.</summary>
    public string? KeyFile { get; set; }

    /// <summary>A policy file (C2SP tlog-policy) that names the witnesses which are asked to cosign, with their addresses. Unless told <c>witnesses.policy</c> beside the key; where there is none, none is asked.</summary>
    public string? Witnesses { get; set; }

    /// <summary>A policy file whose <c>log</c> lines name the logs that this newsroom cosigns. Unless told <c>witnessed.policy</c> beside the key; where there is none, none is.</summary>
    public string? WitnessedLogs { get; set; }
}
