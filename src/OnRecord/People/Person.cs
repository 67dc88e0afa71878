using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People;

/// <summary>Someone who signs stories, with or without an account.</summary>
internal sealed class Person
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; init; }

    public string? Role { get; set; }

    /// <summary>A few sentences about them; empty where there are none.</summary>
    public string Bio { get; set; } = "";

    /// <summary>The languages they work in, as BCP 47 tags parted by spaces.</summary>
    public string Languages { get; set; } = "";

    /// <summary>Where readers reach them: an e-mail address or an https link; null where nowhere.</summary>
    public string? Contact { get; set; }

    /// <summary>Their portrait in the picture library, by its hash; null where there is none.</summary>
    public string? Portrait { get; set; }

    /// <summary>In pixels.</summary>
    public int PortraitWidth { get; set; }

    /// <summary>In pixels.</summary>
    public int PortraitHeight { get; set; }

    /// <summary>Who made the portrait.</summary>
    public string? PortraitCredit { get; set; }
}

/// <summary>A name that somebody signed with, and the address of a page that was merged into theirs. Versions hold bylines by name and never change.</summary>
internal sealed class FormerPerson
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; set; }

    public required string Name { get; init; }

    /// <summary>Null for a name that was only changed.</summary>
    public string? Slug { get; init; }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.HasIndex(row => row.Slug).IsUnique();
        person.HasIndex(row => row.Name);
    }
}

internal sealed class FormerPersonTable : IEntityTypeConfiguration<FormerPerson>
{
    public void Configure(EntityTypeBuilder<FormerPerson> former)
    {
        former.ToTable("FormerPeople");
        former.HasIndex(row => row.Slug).IsUnique();
        former.HasIndex(row => row.Name);
        former.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }
}

internal static class PersonSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<FormerPerson> FormerPeople => db.Set<FormerPerson>();
    }
}
