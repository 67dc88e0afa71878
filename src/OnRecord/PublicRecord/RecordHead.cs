using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>The log as it stands: one row. Whoever appends holds its lock.</summary>
internal sealed class RecordHead
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public required string Origin { get; init; }

    /// <summary>The key that signs now, as <c>name+id+key</c>. A rotation commits with its entry.</summary>
    public string? Key { get; private set; }

    /// <summary>1, and one more each time a record began anew because the one before it was lost.</summary>
    public int Beginning { get; init; } = 1;

    public long Size { get; private set; }

    public byte[] Root { get; private set; } = TreeHash.Empty.ToArray();

    /// <summary>The roots of the full subtrees, largest first, one after the other: what appending needs.</summary>
    public byte[] Subtrees { get; private set; } = [];

    public TreeHash RootHash => new(Root);

    public void SignWith(string key) => Key = key;

    public TreeEdge Edge() => new(Size, Subtrees.Chunk(TreeHash.Size).Select(bytes => new TreeHash(bytes)));

    public void MoveTo(TreeEdge edge) =>
        (Size, Root, Subtrees) = (
            edge.Size,
            edge.Root.ToArray(),
            [.. edge.Subtrees.SelectMany(hash => hash.ToArray())]
        );
}

internal sealed class RecordHeadTable : IEntityTypeConfiguration<RecordHead>
{
    public void Configure(EntityTypeBuilder<RecordHead> head)
    {
        head.ToTable("RecordHead");
        head.Property(row => row.Id).ValueGeneratedNever();
        // Records of before there could be a second one.
        head.Property(row => row.Beginning).HasDefaultValue(1).ValueGeneratedNever();
        head.Ignore(row => row.RootHash);
    }
}

internal static class RecordSets
{
    extension(OnRecordDb db)
    {
        public DbSet<RecordHead> RecordHeads => db.Set<RecordHead>();

        public DbSet<RecordEntry> RecordEntries => db.Set<RecordEntry>();

        public DbSet<HashTile> HashTiles => db.Set<HashTile>();

        public DbSet<SealedVersion> SealedVersions => db.Set<SealedVersion>();
    }
}
