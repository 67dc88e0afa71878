using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Privacy;

/// <summary>That somebody asked for the link to their data. Written whether the address is known or not, so that nobody finds out by how long it takes.</summary>
internal sealed class DataRequest
{
    public required Guid Id { get; init; }

    /// <summary>A keyed hash of the e-mail address.</summary>
    public required byte[] EmailKey { get; init; }

    public required string Language { get; init; }
}

internal sealed class DataRequestTable : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> request) => request.ToTable("DataRequests");
}

internal static class DataRequestSet
{
    extension(OnRecordDb db)
    {
        public DbSet<DataRequest> DataRequests => db.Set<DataRequest>();
    }
}
