namespace OnRecord.Stories;

/// <summary>Readers see a story as they did not before: for the first time, in another version, at another address, or only a notice in its place.</summary>
internal sealed record StoryShown(Guid Id);
