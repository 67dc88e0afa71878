using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>What stories are about, across sections: a dam, a trial, an election.</summary>
internal sealed class Topic
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>The language its name is in, a BCP 47 tag; null for the newsroom's own.</summary>
    public string? Language { get; set; }

    /// <summary>What the topic page says above its stories; empty where it says nothing.</summary>
    public string Description { get; set; } = "";

    /// <summary>The topic that has or had a name, made where there is none.</summary>
    public static async Task<Topic> Named(OnRecordDb db, string name, string? language)
    {
        if (await Find(db, name) is { } found)
            return found;
        var topic = new Topic
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Language = language,
            Slug = await FreeSlug(db, name),
        };
        db.Topics.Add(topic);
        return topic;
    }

    /// <returns>Null where no topic has or had the name.</returns>
    public static async Task<Topic?> Find(OnRecordDb db, string name)
    {
        var exact =
            db.Topics.Local.FirstOrDefault(row => row.Name == name)
            ?? await db.Topics.FirstOrDefaultAsync(row => row.Name == name);
        if (exact is not null)
            return exact;
        // A database folds the case of Latin letters at best; Київ and КИЇВ are one all the same.
        var topics = await db.Topics.ToListAsync();
        var found = topics
            .Concat(db.Topics.Local)
            .FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
            return found;
        var former = await db.FormerTopics.FirstOrDefaultAsync(row => row.Name == name);
        return former is null ? null : await db.Topics.FindAsync(former.TopicId);
    }

    private static async Task<string> FreeSlug(OnRecordDb db, string name)
    {
        var slug = Platform.Slug.From(name, "topic");
        var taken = await db.Topics.Where(row => row.Slug.StartsWith(slug)).Select(row => row.Slug).ToListAsync();
        taken.AddRange(db.Topics.Local.Select(row => row.Slug));
        taken.AddRange(
            await db.FormerTopics.Where(row => row.Slug!.StartsWith(slug)).Select(row => row.Slug!).ToListAsync()
        );
        return Platform.Slug.Free(slug, taken.Contains);
    }
}

/// <summary>A name that a topic had, and with it the address of one that was merged into it. Stories hold topics by name, and links last.</summary>
internal sealed class FormerTopic
{
    public required Guid Id { get; init; }

    public required Guid TopicId { get; set; }

    public required string Name { get; init; }

    /// <summary>Null for a name that was only changed.</summary>
    public string? Slug { get; init; }
}

/// <summary>A topic of what readers see of a story.</summary>
internal sealed class StoryTopic
{
    public required Guid StoryId { get; init; }

    public required Guid TopicId { get; init; }

    /// <summary>The story's own, by which a topic's list is sorted: it never changes.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}

internal sealed class TopicTable : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("Topics");
        topic.HasIndex(row => row.Slug).IsUnique();
        topic.HasIndex(row => row.Name);
    }
}

internal sealed class FormerTopicTable : IEntityTypeConfiguration<FormerTopic>
{
    public void Configure(EntityTypeBuilder<FormerTopic> former)
    {
        former.ToTable("FormerTopics");
        former.HasIndex(row => row.Slug).IsUnique();
        former.HasIndex(row => row.Name);
        former.HasOne<Topic>().WithMany().HasForeignKey(row => row.TopicId);
    }
}

internal sealed class StoryTopicTable : IEntityTypeConfiguration<StoryTopic>
{
    public void Configure(EntityTypeBuilder<StoryTopic> topic)
    {
        topic.ToTable("StoryTopics");
        topic.HasKey(row => new { row.TopicId, row.StoryId });
        topic.HasIndex(row => row.StoryId);
        topic.HasIndex(row => new
        {
            row.TopicId,
            row.PublishedAt,
            row.StoryId,
        });
        topic.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
        topic.HasOne<Topic>().WithMany().HasForeignKey(row => row.TopicId);
    }
}

internal static class TopicSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Topic> Topics => db.Set<Topic>();

        public DbSet<FormerTopic> FormerTopics => db.Set<FormerTopic>();

        public DbSet<StoryTopic> StoryTopics => db.Set<StoryTopic>();
    }
}
