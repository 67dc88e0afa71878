using OnRecord.Front.Lists;

namespace OnRecord.Front;

/// <summary>A page that only says something: not found, went wrong.</summary>
public sealed record MessageView(ShellView Shell, string Heading, string Text, IReadOnlyList<StoryLine> Stories);
