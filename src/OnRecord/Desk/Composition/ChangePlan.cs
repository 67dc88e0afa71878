using System.Globalization;
using OnRecord.Platform;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Composition;

/// <summary>What a button of the page does to the plan: <c>up:ID</c>, <c>put:ID:3</c>, <c>block-down:ID</c>.</summary>
internal static class ChangePlan
{
    public static WorkingFront Do(WorkingFront working, string act, IFormCollection sent)
    {
        var plan = working.Plan;
        var parts = act.Split(':');
        var verb = parts[0];
        var id =
            verb == "block-add" ? Read(sent["new-block"])
            : parts.Length > 1 ? Read(parts[1])
            : Guid.Empty;
        var at =
            parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
        if (verb == "clear")
            return working with { Plan = new FrontPlan(), Done = ("Said.clear", Guid.Empty) };
        if (id == Guid.Empty)
            return working;
        if (verb.StartsWith("block-", StringComparison.Ordinal))
            // Those that came by themselves stand in the page too, and are what is changed.
            return working with
            {
                Plan = plan with { Blocks = Blocks(plan.Blocks ?? FrontPlanForm.Blocks(sent), verb, id, at) },
                Done = ($"Said.{verb}", id),
            };
        var changed = verb switch
        {
            "lead" => plan.ToLead(id),
            "second" => plan.ToSeconds(id),
            "up" => plan.Up(id),
            "down" => plan.Down(id),
            "put" => plan.Put(id, at),
            "remove" => plan.Remove(id),
            _ => plan,
        };
        return changed.Refused
            ? working with
            {
                Refused = [.. working.Problems, .. changed.Problems],
            }
            : working with
            {
                Plan = changed.Value,
                Done = (Where(changed.Value, id), id),
            };
    }

    private static List<SectionBlock> Blocks(IReadOnlyList<SectionBlock> before, string verb, Guid id, int at)
    {
        var blocks = before.ToList();
        var place = blocks.FindIndex(block => block.Section == id);
        var moved = place < 0 ? new SectionBlock(id) : blocks[place];
        if (place >= 0)
            blocks.RemoveAt(place);
        var to = verb switch
        {
            "block-up" => place - 1,
            "block-down" => place + 1,
            "block-put" => at,
            "block-add" => blocks.Count,
            _ => -1,
        };
        if (verb != "block-remove")
            blocks.Insert(Math.Clamp(to, 0, blocks.Count), moved);
        return blocks;
    }

    private static string Where(FrontPlan plan, Guid story) =>
        plan.Lead?.Story == story ? "Said.lead"
        : plan.Has(story) ? "Said.second"
        : "Said.remove";

    private static Guid Read(string? written) => Guid.TryParse(written, out var id) ? id : Guid.Empty;
}
