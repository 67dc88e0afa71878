using System.Security.Cryptography;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>Seals a version in the log: it commits with the publication, or neither does.</summary>
internal static class SealVersion
{
    /// <summary>Within the caller's transaction, whose last act it becomes.</summary>
    /// <exception cref="RecordRefusal">When the transaction is about to commit and the record cannot be added to.</exception>
    public static void Into(OnRecordDb db, VersionToSeal version) =>
        db.AtCommit(() => new AppendEntries(db)).Add(new Entry(version));

    private sealed class Entry(VersionToSeal version) : EntryToAppend
    {
        public override (Guid Story, int Number)? Continues =>
            version.Number > 1 ? (version.Story, version.Number - 1) : null;

        public override byte[] Write(List<SealedVersion> versions, long index, TreeHash? previous)
        {
            var salt = RandomNumberGenerator.GetBytes(SealedVersion.SaltLength);
            versions.Add(SealedVersion.Of(version.Story, version.Number, index, salt, version.Statement));
            return EntryJson.Version(version, salt, previous);
        }

        public override (Guid Story, int Number)? Seals => (version.Story, version.Number);
    }
}

/// <summary>A version that is to be sealed.</summary>
/// <param name="Kind">As the statement names it.</param>
/// <param name="Statement">Canonical JSON: docs/checking-the-record.md.</param>
/// <param name="LateAt">When it is sealed, where readers were shown it before there was a record.</param>
internal sealed record VersionToSeal(
    Guid Story,
    int Number,
    string Kind,
    DateTimeOffset At,
    byte[] Statement,
    DateTimeOffset? LateAt = null
);
