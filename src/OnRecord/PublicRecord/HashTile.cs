using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OnRecord.PublicRecord;

/// <summary>Up to 256 hashes of the tree, one after the other (C2SP tlog-tiles).</summary>
internal sealed class HashTile
{
    public required int Level { get; init; }

    public required long Index { get; init; }

    public required byte[] Hashes { get; set; }
}

internal sealed class HashTileTable : IEntityTypeConfiguration<HashTile>
{
    public void Configure(EntityTypeBuilder<HashTile> tile)
    {
        tile.ToTable("RecordTiles");
        tile.HasKey(row => new { row.Level, row.Index });
    }
}
