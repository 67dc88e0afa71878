using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Attribution;
using OnRecord.Media;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources;

/// <summary>Whom the newsroom listens to: a person, an organisation, an outlet, a document, a data set, a post, or people who are not named. The same across stories.</summary>
internal sealed class Source
{
    // An index holds it: PostgreSQL takes 2,704 bytes in one.
    private const int LongestSearch = 1200;

    private string name = "";

    public required Guid Id { get; init; }

    public required SourceKind Kind { get; set; }

    /// <summary>As readers see it. Of somebody who is not named, the words that stand for them, such as “a person who works at the site”: never who they are.</summary>
    public required string Name
    {
        get => name;
        set => (name, Search) = (value, SearchFold.Of(value, LongestSearch));
    }

    /// <summary>The name as it is searched.</summary>
    public string Search { get; private set; } = "";

    /// <summary>What they are, such as “chair”.</summary>
    public string? Role { get; set; }

    /// <summary>To whom they belong, such as “Lowland water board”.</summary>
    public string? Affiliation { get; set; }

    /// <summary>Where it is found, http or https.</summary>
    public string? Address { get; set; }

    /// <summary>Whether readers are told who it is.</summary>
    public bool IsNamed { get; set; } = true;

    /// <summary>Why they are not named; null of named ones, and until somebody says it.</summary>
    public NotNamedReason? Reason { get; set; }

    /// <summary>For colleagues only.</summary>
    public string Notes { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for the machine.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>The source this one was merged into; its statements and its history are found there.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>What a story's readers are shown of it.</summary>
    public LedgerSource Public() =>
        new()
        {
            // Of somebody who is not named even the id would tie one story to another.
            Id = IsNamed ? Id : null,
            Kind = Kind,
            Name = Name,
            Role = Role,
            Affiliation = Affiliation,
            Address = Address,
            IsNamed = IsNamed,
            Reason = Reason,
        };
}

/// <summary>Why somebody is not named; readers see it in plain words.</summary>
internal enum NotNamedReason
{
    CouldLoseJob = 1,
    CouldBeHarmed = 2,
    CouldBePunished = 3,
    NotAuthorised = 4,
    IsMinor = 5,
    IsVictim = 6,
    Privacy = 7,

    /// <summary>Another outlet reported it and does not name them.</summary>
    OutletDoesNotName = 8,
}

internal sealed class SourceTable : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.ToTable("Sources");
        source.HasIndex(row => new { row.Search, row.Id });
        source.HasIndex(row => row.MergedIntoId);
        source.HasOne<Source>().WithMany().HasForeignKey(row => row.MergedIntoId);
    }
}

internal static class SourceSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Source> Sources => db.Set<Source>();
    }
}
