using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People;

/// <summary>Someone who signs stories, with or without an account.</summary>
internal sealed class Person
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Slug { get; init; }

    public string? Role { get; set; }
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

internal static class PersonSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
    }
}
