namespace OnRecord.Stories;

/// <summary>Where the draft of a story stands on its way to readers. What readers see meanwhile is the live version's business.</summary>
internal enum StoryState
{
    Pitch = 1,
    Assigned = 2,
    Writing = 3,
    WithEditor = 4,
    Legal = 5,
    Ready = 6,
    Scheduled = 7,
    Published = 8,

    /// <summary>Given up. It stays in the list of what was, and can be taken up again.</summary>
    Spiked = 9,
}
