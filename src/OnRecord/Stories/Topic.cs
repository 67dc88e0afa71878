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

    /// <summary>The topic of a name, made where there is none.</summary>
    public static async Task<Topic> Named(OnRecordDb db, string name, string? language)
    {
        var topics = await db.Topics.ToListAsync();
        var found = topics
            .Concat(db.Topics.Local)
            .FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
            return found;
        var topic = new Topic
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Language = language,
            Slug = Platform.Slug.Free(
                Platform.Slug.From(name, "topic"),
                slug => topics.Concat(db.Topics.Local).Any(row => row.Slug == slug)
            ),
        };
        db.Topics.Add(topic);
        return topic;
    }
}

/// <summary>A topic of what readers see of a story.</summary>
internal sealed class StoryTopic
{
    public required Guid StoryId { get; init; }

    public required Guid TopicId { get; init; }
}

internal sealed class TopicTable : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("Topics");
        topic.HasIndex(row => row.Slug).IsUnique();
    }
}

internal sealed class StoryTopicTable : IEntityTypeConfiguration<StoryTopic>
{
    public void Configure(EntityTypeBuilder<StoryTopic> topic)
    {
        topic.ToTable("StoryTopics");
        topic.HasKey(row => new { row.TopicId, row.StoryId });
        topic.HasIndex(row => row.StoryId);
        topic.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
        topic.HasOne<Topic>().WithMany().HasForeignKey(row => row.TopicId);
    }
}

internal static class TopicSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Topic> Topics => db.Set<Topic>();

        public DbSet<StoryTopic> StoryTopics => db.Set<StoryTopic>();
    }
}
