using System.Globalization;
using OnRecord.Documents;
using OnRecord.Media;

namespace OnRecord.Stories;

/// <summary>A story: the draft the desk works on, and the versions readers were shown. Its verbs lie in the files beside this one.</summary>
internal sealed partial class Story
{
    // An index holds it: PostgreSQL takes 2,704 bytes in one.
    private const int LongestSearch = 1200;

    private StoryContent draft = null!;

    public required Guid Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who began it; null for an import.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>What the desk works on. Readers never see it.</summary>
    public required StoryContent Draft
    {
        get => draft;
        set => (draft, Search, SectionId) = (value, Words(value), value.SectionId);
    }

    /// <summary>Counts the saves of the draft. Who saves says on which one they built.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    public Guid? SavedBy { get; private set; }

    /// <summary>Headline and byline as the list searches them.</summary>
    public string Search { get; private set; } = "";

    /// <summary>The draft's section, for lists.</summary>
    public Guid? SectionId { get; private set; }

    public List<StoryVersion> Versions { get; init; } = [];

    /// <summary>The version readers see; null before the first publication.</summary>
    public Guid? LiveVersionId { get; private set; }

    /// <summary>The section of the live version, for lists.</summary>
    public Guid? LiveSectionId { get; private set; }

    /// <summary>When readers first saw it; of an imported story, when it says it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When its substance last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Since when it stands retracted.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Since when only a notice stands at its address.</summary>
    public DateTimeOffset? TakenDownAt { get; private set; }

    /// <summary>Where readers find it, such as <c>/2026/03/the-dam</c>.</summary>
    public string? Path { get; private set; }

    /// <summary>The colours that stand in the place of the live version's pictures until they have arrived; no part of what is sealed.</summary>
    public string? PictureTones { get; set; }

    /// <summary>Whether readers see what the machine proposed, each saying so. Of an import that asked for it.</summary>
    public bool ShowsProposals { get; set; }

    /// <summary>Whether its sources are switched off.</summary>
    public bool HidesSources { get; set; }

    public bool IsPublished => LiveVersionId is not null;

    /// <summary>Whether the draft is not what readers see. The versions must be loaded.</summary>
    public bool HasNews => Versions.Find(version => version.Id == LiveVersionId)?.Content != Draft.ForReaders();

    /// <summary>Puts other words in the draft's place.</summary>
    /// <param name="by">Null for an import.</param>
    public void Save(StoryContent content, Guid? by, DateTimeOffset now)
    {
        // The ledger has its own tables; a text that was opened before holds an older copy of it.
        Draft = content with
        {
            Ledger = Draft.Ledger,
        };
        Revision++;
        (SavedAt, SavedBy, ChangedAt) = (now, by, now);
    }

    /// <summary>Headline and byline as <see cref="Search"/> holds them.</summary>
    public static string Words(StoryContent content) =>
        SearchFold.Of($"{content.Headline} {string.Join(' ', content.Byline)}", LongestSearch);

    /// <summary>Moves the story to another address. The old one must go on leading here.</summary>
    public void MoveTo(string path) => Path = path;

    public static string AddressOf(DateTimeOffset local, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"/{local:yyyy}/{local:MM}/{slug}");

    /// <summary>A story nobody has written yet.</summary>
    public static Story Begin(
        string headline,
        string language,
        Guid? section,
        string brief,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            CreatedBy = by,
            ChangedAt = now,
            State = StoryState.Pitch,
            IsInMotion = true,
            Brief = brief,
            Draft = new StoryContent
            {
                Headline = headline,
                Language = language,
                SectionId = section,
                Text = StoryDocument.Empty,
            },
        };
}
