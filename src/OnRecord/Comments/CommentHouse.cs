using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments;

/// <summary>How the newsroom keeps its comments. There is one.</summary>
internal sealed class CommentHouse
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public CommentMode Mode { get; set; } = CommentMode.FirstHeld;

    /// <summary>Whether each comment waits until its link was opened; else only the first from an address.</summary>
    public bool ConfirmsEach { get; set; }

    /// <summary>So many days after its publication a story takes no more; null for never.</summary>
    public int? ClosesAfterDays { get; set; } = 30;

    /// <summary>Seconds between two comments of one person below a slow story.</summary>
    public int SlowSeconds { get; set; } = 300;

    /// <summary>A comment with more links waits.</summary>
    public int MostLinks { get; set; } = 2;

    /// <summary>Words that hold a comment, beside the shipped lists; one on each line.</summary>
    public string HeldWords { get; set; } = "";

    /// <summary>Words of the shipped lists that hold none here; one on each line.</summary>
    public string FreeWords { get; set; } = "";

    /// <summary>Comments in a minute, from everybody together, from which on each must have worked for it or waits.</summary>
    public int AttackPerMinute { get; set; } = 120;

    /// <summary>So many days keyed hashes of internet addresses are kept; thirty at most.</summary>
    public int AddressDays { get; set; } = 30;

    /// <summary>So many days after it was refused a comment is emptied: as long as its writer may ask for another look.</summary>
    public int RefusedDays { get; set; } = 184;

    /// <summary>Somebody of whom readers see no comment, and who wrote none for so many months, is forgotten.</summary>
    public int SilentMonths { get; set; } = 24;
}

/// <summary>Who may comment, and what waits.</summary>
internal enum CommentMode
{
    Open = 1,

    /// <summary>Somebody's first waits for a moderator.</summary>
    FirstHeld = 2,
    AllHeld = 3,
    Closed = 4,
}

/// <summary>What a section has otherwise than the newsroom.</summary>
internal sealed class SectionTalk
{
    public required Guid SectionId { get; init; }

    public required CommentMode Mode { get; set; }
}

/// <summary>The comments of one story: how many there are, and what it has otherwise than its section. There where somebody commented or changed it.</summary>
internal sealed class StoryTalk
{
    public required Guid StoryId { get; init; }

    /// <summary>Before readers.</summary>
    public int Count { get; set; }

    /// <summary>Null for what the section has.</summary>
    public CommentMode? Mode { get; set; }

    public bool IsSlow { get; set; }

    /// <summary>Set by hand: it stays open, whatever its age.</summary>
    public bool StaysOpen { get; set; }
}

internal sealed class CommentHouseTable : IEntityTypeConfiguration<CommentHouse>
{
    public void Configure(EntityTypeBuilder<CommentHouse> house)
    {
        house.ToTable("CommentHouse");
        house.Property(row => row.Id).ValueGeneratedNever();
        house.HasData(new CommentHouse());
    }
}

internal sealed class SectionTalkTable : IEntityTypeConfiguration<SectionTalk>
{
    public void Configure(EntityTypeBuilder<SectionTalk> talk)
    {
        talk.ToTable("SectionTalks");
        talk.HasKey(row => row.SectionId);
    }
}

internal sealed class StoryTalkTable : IEntityTypeConfiguration<StoryTalk>
{
    public void Configure(EntityTypeBuilder<StoryTalk> talk)
    {
        talk.ToTable("StoryTalks");
        talk.HasKey(row => row.StoryId);
    }
}
