using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OnRecord.PublicRecord;

/// <summary>What was sealed of a version: the statement, to the byte, and the salt under which the log commits to it.</summary>
internal sealed class SealedVersion
{
    public const int SaltLength = 32;

    public required Guid StoryId { get; init; }

    public required int Number { get; init; }

    /// <summary>The place of its entry in the log.</summary>
    public required long EntryIndex { get; init; }

    /// <summary>Null once it was erased by law.</summary>
    public byte[]? Salt { get; private set; }

    /// <summary>Canonical JSON in UTF-8; null once it was erased by law.</summary>
    public byte[]? Statement { get; private set; }

    /// <summary>The place of the entry that says it was erased.</summary>
    public long? ErasureIndex { get; private set; }

    public static SealedVersion Of(Guid story, int number, long index, byte[] salt, byte[] statement) =>
        new()
        {
            StoryId = story,
            Number = number,
            EntryIndex = index,
            Salt = salt,
            Statement = statement,
        };

    public void Erase(long index) => (Salt, Statement, ErasureIndex) = (null, null, index);
}

internal sealed class SealedVersionTable : IEntityTypeConfiguration<SealedVersion>
{
    public void Configure(EntityTypeBuilder<SealedVersion> version)
    {
        version.ToTable("RecordVersions");
        version.HasKey(row => new { row.StoryId, row.Number });
        version.HasIndex(row => row.EntryIndex).IsUnique();
    }
}
