namespace OnRecord.Feeds;

/// <summary>A list of stories for whoever follows it, before it is written in one form or another. All addresses are absolute.</summary>
internal sealed record Feed
{
    /// <summary>The address of this feed in this form.</summary>
    public required string Self { get; init; }

    /// <summary>The page that lists the same.</summary>
    public required string Page { get; init; }

    public required string Title { get; init; }
    public string Subtitle { get; init; } = "";

    /// <summary>Who stands behind all of it.</summary>
    public required string Newsroom { get; init; }

    /// <summary>The newsroom's own address.</summary>
    public required string Home { get; init; }
    public required string Language { get; init; }

    /// <summary>WebSub hubs that tell of its changes.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];
    public FeedPicture? Logo { get; init; }
    public required IReadOnlyList<FeedStory> Stories { get; init; }

    // Of an empty list nobody has yet changed anything.
    public DateTimeOffset UpdatedAt =>
        Stories.Select(story => story.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
}

/// <summary>A story in a feed.</summary>
internal sealed record FeedStory
{
    public required Guid Id { get; init; }

    /// <summary>Never another, wherever the story or the site moves.</summary>
    public string Urn => $"urn:uuid:{Id}";

    /// <summary>The headline; of a retracted story it says so.</summary>
    public required string Title { get; init; }
    public required string Language { get; init; }
    public required string Page { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When its substance last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];

    /// <summary>Its section and topics, by name.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
    public string? Summary { get; init; }

    /// <summary>All of it, with its corrections above the text.</summary>
    public required string Html { get; init; }
    public FeedPicture? Picture { get; init; }

    /// <summary>What readers say of it; null where nobody has said anything.</summary>
    public FeedTalk? Talk { get; init; }
}

/// <summary>The comments below a story.</summary>
/// <param name="Page">Where they are read.</param>
/// <param name="Feed">Their own feed.</param>
internal sealed record FeedTalk(int Count, string Page, string Feed);

/// <summary>Somebody who signs a story.</summary>
/// <param name="Page">Null where they have no page.</param>
internal sealed record FeedAuthor(string Name, string? Page);

/// <summary>A picture by its address.</summary>
internal sealed record FeedPicture(string Address, string Type, int Width, int Height, string Alt, string? Credit);
