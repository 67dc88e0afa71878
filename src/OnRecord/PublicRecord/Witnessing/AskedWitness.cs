using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>A witness that is asked to cosign our record: what it cosigned last, and how asking went.</summary>
internal sealed class AskedWitness
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <summary>Of which record: one that begins anew is nothing they have seen.</summary>
    public required string Origin { get; init; }

    /// <summary>Its key, as <c>name+id+key</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The size of the largest checkpoint it cosigned.</summary>
    public long Size { get; private set; }

    /// <summary>When it says it saw that one; null where it never cosigned.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Its signature under that checkpoint, without the line feed.</summary>
    public string Line { get; private set; } = "";

    public AskFault Fault { get; private set; }

    /// <summary>What belongs to the fault, such as a status or a size.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>How often in a row asking failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Not before then is it asked again.</summary>
    public DateTimeOffset AskAt { get; private set; }

    public bool HasCosigned(SignedCheckpoint signed, VerifierKey key) =>
        Size == signed.Size
        && SignatureUnder(SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(signed.Note)).Text, key) is not null;

    /// <summary>Its cosignature of a checkpoint; null where what it signed last is another.</summary>
    public NoteSignature? SignatureUnder(string text, VerifierKey key) =>
        Line.Length > 0 && NoteSignature.Parse(Line) is var line && Cosignature.At(line, key, text) is not null
            ? line
            : null;

    public void Cosigned(long size, NoteSignature line, DateTimeOffset at)
    {
        (Size, At, Line) = (size, at, $"{line}".TrimEnd('\n'));
        (Fault, Detail, Failures, AskAt) = (AskFault.None, "", 0, default);
    }

    public void Failed(AskFault fault, string detail, DateTimeOffset now)
    {
        (Fault, Detail, Failures) = (fault, detail, Failures + 1);
        var pause = FirstPause * Math.Pow(2, Math.Min(Failures - 1, 10));
        AskAt = now + (pause < LongestPause ? pause : LongestPause);
    }
}

/// <summary>Why a witness did not cosign.</summary>
internal enum AskFault
{
    None = 0,

    /// <summary>It did not answer, or not in time.</summary>
    Unreachable = 1,

    /// <summary>It does not know our record: it has to be told our key first.</summary>
    Unknown = 2,

    /// <summary>It answered with a refusal, or not as the protocol has it.</summary>
    Refused = 3,

    /// <summary>What it sent is not its signature over our checkpoint.</summary>
    Unsigned = 4,

    /// <summary>Its clock or ours is wrong.</summary>
    WrongTime = 5,

    /// <summary>It saw a larger record of ours than we have.</summary>
    SawLarger = 6,

    /// <summary>It saw a record of ours that ours does not continue.</summary>
    SawAnother = 7,
}

internal sealed class AskedWitnessTable : IEntityTypeConfiguration<AskedWitness>
{
    public void Configure(EntityTypeBuilder<AskedWitness> witness)
    {
        witness.ToTable("AskedWitnesses");
        witness.HasKey(row => new { row.Origin, row.Key });
    }
}
