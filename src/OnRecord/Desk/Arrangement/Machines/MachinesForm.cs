using System.Globalization;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Arrangement.Machines;

/// <summary>The form in which the newsroom says what machines may do, and what they learn of it.</summary>
internal sealed record MachinesForm(
    IReadOnlyList<BotPurpose> Refused,
    string Hubs,
    string FoundedOn,
    string Profiles,
    string TrustLines
)
{
    private const int Longest = 4000;
    private const int MostHubs = 5;

    public static MachinesForm Of(Newsroom newsroom) =>
        new(
            [.. Enum.GetValues<BotPurpose>().Where(newsroom.Refuses)],
            newsroom.Hubs,
            newsroom.FoundedOn ?? "",
            newsroom.Profiles,
            newsroom.TrustLines
        );

    public static MachinesForm Read(Filled filled, DateTimeOffset now)
    {
        var form = new MachinesForm(
            [.. Enum.GetValues<BotPurpose>().Where(purpose => filled.Line($"bots-{purpose}", 10) == "refuse")],
            filled.Text("hubs", Longest),
            filled.Line("founded-on", 20),
            filled.Text("profiles", Longest),
            filled.Text("trust", Longest)
        );
        Judge(form.Hubs, IsAddress, "hubs", "HubUnknown", filled);
        if (Newsroom.Lines(form.Hubs).Length > MostHubs)
            filled.Refuse("hubs", "HubsTooMany", MostHubs);
        if (form.FoundedOn.Length > 0 && !IsPast(form.FoundedOn, now))
            filled.Refuse("founded-on", "FoundedOnUnknown", form.FoundedOn);
        Judge(form.Profiles, IsAddress, "profiles", "ProfileUnknown", filled);
        Judge(form.TrustLines, line => TrustLine.Read(line) is not null, "trust", "TrustLineUnknown", filled);
        return form;
    }

    public void Into(Newsroom newsroom)
    {
        newsroom.RefusesSearchBots = Refused.Contains(BotPurpose.Search);
        newsroom.RefusesPreviewBots = Refused.Contains(BotPurpose.Preview);
        newsroom.AllowsTraining = !Refused.Contains(BotPurpose.Training);
        newsroom.Hubs = Lines(Hubs, line => new Uri(line).AbsoluteUri);
        newsroom.FoundedOn = FoundedOn.Length == 0 ? null : FoundedOn;
        newsroom.Profiles = Lines(Profiles, line => new Uri(line).AbsoluteUri);
        newsroom.TrustLines = Lines(TrustLines, line => $"{TrustLine.Read(line)}");
    }

    // One line is enough to know what to mend; the others follow.
    private static void Judge(string written, Func<string, bool> accepts, string field, string problem, Filled filled)
    {
        if (Array.Find(Newsroom.Lines(written), line => !accepts(line)) is { } wrong)
            filled.Refuse(field, problem, wrong.Length > 100 ? $"{wrong[..100]}…" : wrong);
    }

    private static string Lines(string written, Func<string, string> change) =>
        string.Join('\n', Newsroom.Lines(written).Select(change).Distinct(StringComparer.Ordinal));

    private static bool IsAddress(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var uri)
        && uri.Scheme == "https"
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && !line.Any(char.IsWhiteSpace);

    // schema.org's Date takes a year alone (ISO 8601).
    private static bool IsPast(string written, DateTimeOffset now) =>
        DateTime.TryParseExact(
            written,
            ["yyyy", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
        && day.Year >= 1500
        && day <= now.UtcDateTime;
}
