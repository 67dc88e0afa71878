using System.Text.Json;
using OnRecord.Platform;

namespace OnRecord.Stories.Arrangement;

/// <summary>What an editor put where on the front. What it leaves open fills by itself.</summary>
internal sealed record FrontPlan
{
    /// <summary>Seconds in a row of the front; where more are chosen, two rows.</summary>
    public const int Row = 3;

    public const int MostSeconds = 2 * Row;

    public const int LongestNotice = 300;

    /// <summary>Null where the newest story leads.</summary>
    public PlacedStory? Lead { get; init; }

    public IReadOnlyList<PlacedStory> Seconds { get; init; } = [];

    /// <summary>The sections that have a block, in their order; null where the front chooses by itself.</summary>
    public IReadOnlyList<SectionBlock>? Blocks { get; init; }

    /// <summary>What stands above everything; empty where nothing does.</summary>
    public string Notice { get; init; } = "";

    public DateTimeOffset? NoticeUntil { get; init; }

    public IEnumerable<PlacedStory> Placed => Lead is null ? Seconds : Seconds.Prepend(Lead);

    /// <summary>How many seconds there are, chosen or not.</summary>
    public int SecondCount => Seconds.Count > Row ? MostSeconds : Row;

    public bool Has(Guid story) => Placed.Any(placed => placed.Story == story);

    /// <summary>Puts a story at the top; what led becomes the first second.</summary>
    public Outcome<FrontPlan> ToLead(Guid story) => Put(story, 0);

    public Outcome<FrontPlan> ToSeconds(Guid story) => Put(story, Seconds.Count + 1);

    public Outcome<FrontPlan> Up(Guid story) => Step(story, -1);

    public Outcome<FrontPlan> Down(Guid story) => Step(story, 1);

    public FrontPlan Remove(Guid story) =>
        this with
        {
            Lead = Lead?.Story == story ? null : Lead,
            Seconds = [.. Seconds.Where(placed => placed.Story != story)],
        };

    /// <param name="at">0 is the lead, 1 the first second.</param>
    public Outcome<FrontPlan> Put(Guid story, int at)
    {
        var moved = Placed.FirstOrDefault(placed => placed.Story == story) ?? new PlacedStory(story);
        var rest = Remove(story);
        var seconds = rest.Seconds.ToList();
        if (at > 0)
            seconds.Insert(Math.Min(at - 1, seconds.Count), moved);
        else if (rest.Lead is { } led)
            seconds.Insert(0, led);
        return seconds.Count > MostSeconds
            ? new Problem("seconds", "There are six seconds already. Remove one of them first.")
            : rest with
            {
                Lead = at > 0 ? rest.Lead : moved,
                Seconds = seconds,
            };
    }

    // Two neighbours change places, also over the line between lead and seconds.
    private Outcome<FrontPlan> Step(Guid story, int by)
    {
        var seconds = Seconds.ToList();
        var at = seconds.FindIndex(placed => placed.Story == story);
        if (at < 0 && Lead?.Story != story)
            return this;
        if (at < 0)
            return by < 0 ? this
                : seconds.Count == 0 ? this with { Lead = null, Seconds = [Lead!] }
                : this with { Lead = seconds[0], Seconds = [Lead!, .. seconds.Skip(1)] };
        if (at == 0 && by < 0)
            return this with
            {
                Lead = seconds[0],
                Seconds = [.. Lead is null ? Array.Empty<PlacedStory>() : [Lead], .. seconds.Skip(1)],
            };
        var to = Math.Clamp(at + by, 0, seconds.Count - 1);
        (seconds[at], seconds[to]) = (seconds[to], seconds[at]);
        return this with { Seconds = seconds };
    }

    public static FrontPlan Read(string written) =>
        written.Length == 0 ? new FrontPlan() : JsonSerializer.Deserialize<FrontPlan>(written)!;

    public string Written() => JsonSerializer.Serialize(this);
}

/// <summary>A story in a place of the front.</summary>
/// <param name="Until">When it leaves the place; null where it stays.</param>
internal sealed record PlacedStory(Guid Story, DateTimeOffset? Until = null)
{
    public bool StandsAt(DateTimeOffset now) => Until is not { } until || now < until;
}

/// <summary>A section with a block of its own on the front.</summary>
/// <param name="Stories">How many it shows at most.</param>
internal sealed record SectionBlock(Guid Section, int Stories = SectionBlock.Usual)
{
    public const int Fewest = 2;
    public const int Usual = 4;
    public const int Most = 8;
}
