using System.Globalization;
using OnRecord.Platform;

namespace OnRecord.Stories.Arrangement;

/// <summary>The front as the desk's page sends it: every place and block is a field, in the order of the page.</summary>
internal static class FrontPlanForm
{
    /// <returns>The plan, without what could not be read; and why.</returns>
    public static (FrontPlan Plan, IReadOnlyList<Problem> Problems) Read(IFormCollection form, Newsroom newsroom)
    {
        var problems = new List<Problem>();
        DateTimeOffset? Until(string field)
        {
            var written = form[field].ToString();
            var instant = written.Length == 0 ? null : newsroom.Instant(written);
            if (written.Length > 0 && instant is null)
                problems.Add(Problem.With(field, "“{0}” is no time on the newsroom’s clock.", written));
            return instant;
        }
        PlacedStory Place(Guid story) => new(story, Until($"until-{story}"));
        var lead = Ids(form["lead"]!).Select(Place).FirstOrDefault();
        var seconds = Ids(form["second"]!)
            .Where(id => id != lead?.Story)
            .Take(FrontPlan.MostSeconds)
            .Select(Place)
            .ToList();
        var notice = Printable(form["notice"].ToString());
        if (notice.Length > FrontPlan.LongestNotice)
            problems.Add(new Problem("notice", "The notice is longer than 300 characters. Make it shorter."));
        var plan = new FrontPlan
        {
            Lead = lead,
            Seconds = seconds,
            Blocks = form["blocks"] == "chosen" ? Blocks(form) : null,
            Notice = notice,
            NoticeUntil = Until("notice-until"),
        };
        return (plan, problems);
    }

    /// <summary>The blocks in the page, whether chosen or there by themselves.</summary>
    public static IReadOnlyList<SectionBlock> Blocks(IFormCollection form) =>
        [.. Ids(form["block"]!).Select(id => Block(form, id))];

    private static SectionBlock Block(IFormCollection form, Guid section) =>
        int.TryParse(form[$"stories-{section}"], NumberStyles.None, CultureInfo.InvariantCulture, out var stories)
            ? new SectionBlock(section, Math.Clamp(stories, SectionBlock.Fewest, SectionBlock.Most))
            : new SectionBlock(section);

    private static IEnumerable<Guid> Ids(IEnumerable<string?> written) =>
        written
            .Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .Distinct();

    private static string Printable(string text) =>
        new string([.. text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))]).Trim();
}
