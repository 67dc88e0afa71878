using OnRecord.Platform.Pages;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Composition;

/// <summary>The rows of the page: places, what fills them, blocks.</summary>
internal sealed class CompositionRows(
    Newsroom newsroom,
    Words words,
    IReadOnlyDictionary<Guid, ShownStory> stories,
    IReadOnlyList<Section> sections,
    DateTimeOffset now
)
{
    /// <summary>A placed story; also one that is no longer there, so that it can be taken off.</summary>
    public SlotView Slot(PlacedStory placed) =>
        new(
            Story(placed.Story) ?? new StoryChoice(placed.Story, words["GoneStory"], words.Language, "", ""),
            newsroom.Written(placed.Until)
        )
        {
            Standing =
                stories.GetValueOrDefault(placed.Story) is not { IsTakenDown: false } story ? words["Standing.Gone"]
                : !placed.StandsAt(now) ? words["Standing.Over"]
                : story.IsRetracted ? words["Standing.Retracted"]
                : null,
        };

    public StoryChoice? Story(Guid? id) =>
        id is { } known && stories.GetValueOrDefault(known) is { } story
            ? new StoryChoice(
                story.Id,
                story.Headline,
                story.Language,
                sections.FirstOrDefault(row => row.Id == story.Section)?.Name ?? "",
                story.PublishedAt is { } at ? words.Short(newsroom.Local(at), newsroom.Local(now)) : ""
            )
            : null;

    public BlockRow? Block(SectionBlock block) =>
        sections.FirstOrDefault(row => row.Id == block.Section) is { } section
            ? new BlockRow(section.Id, section.Name, section.Language ?? newsroom.Language, block.Stories)
            : null;

    /// <summary>What a sentence calls a story or a section.</summary>
    public string NameOf(Guid id) =>
        stories.GetValueOrDefault(id)?.Headline ?? sections.FirstOrDefault(row => row.Id == id)?.Name ?? "";

    public TheirsView Theirs(FrontPlan plan) =>
        new(
            Story(plan.Lead?.Story),
            [.. plan.Seconds.Select(one => Story(one.Story)).OfType<StoryChoice>()],
            plan.Blocks is null ? null : [.. plan.Blocks.Select(Block).OfType<BlockRow>().Select(row => row.Name)],
            plan.Notice
        );
}
