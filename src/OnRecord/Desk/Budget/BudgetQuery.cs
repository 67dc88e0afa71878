using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OnRecord.Stories;

namespace OnRecord.Desk.Budget;

/// <summary>Which stories the list shows, as its address says.</summary>
public sealed record BudgetQuery
{
    /// <summary><c>motion</c>, <c>all</c>, or the name of a state.</summary>
    public string State { get; init; } = "motion";

    /// <summary>A colleague's id, <c>me</c>, <c>nobody</c>, or empty for all.</summary>
    public string Who { get; init; } = "";

    public Guid? Section { get; init; }

    /// <summary><c>late</c>, <c>today</c>, <c>week</c>, or empty.</summary>
    public string Due { get; init; } = "";

    public string Words { get; init; } = "";

    /// <summary><c>changed</c> or <c>due</c>.</summary>
    public string Sort { get; init; } = "changed";

    /// <summary>Behind which story of the list this page begins.</summary>
    internal BudgetPlace? After { get; init; }

    internal static BudgetQuery Read(IQueryCollection query) =>
        new()
        {
            State =
                query["state"].ToString() is { Length: > 0 } state && (state == "all" || IsState(state))
                    ? state
                    : "motion",
            Who = query["who"].ToString() is { Length: <= 36 } who ? who : "",
            Section = Guid.TryParse(query["section"], out var section) ? section : null,
            Due = query["due"].ToString() is "late" or "today" or "week" ? query["due"].ToString() : "",
            Words = query["q"].ToString() is { } words ? (words.Length > 200 ? words[..200] : words).Trim() : "",
            Sort = query["sort"] == "due" ? "due" : "changed",
            After = BudgetPlace.Read(query["after"]),
        };

    /// <summary>The query without its page, as it stands behind the question mark.</summary>
    public string Written(BudgetPlaceView? after = null)
    {
        var parts = new Dictionary<string, string?>();
        if (State != "motion")
            parts["state"] = State;
        if (Who.Length > 0)
            parts["who"] = Who;
        if (Section is { } section)
            parts["section"] = section.ToString();
        if (Due.Length > 0)
            parts["due"] = Due;
        if (Words.Length > 0)
            parts["q"] = Words;
        if (Sort != "changed")
            parts["sort"] = Sort;
        if (after is not null)
            parts["after"] = after.Place;
        return QueryHelpers.AddQueryString("", parts).TrimStart('?');
    }

    private static bool IsState(string name) => Enum.TryParse<StoryState>(name, out var state) && $"{state}" == name;
}

/// <summary>A place in the list as an address holds it.</summary>
public sealed record BudgetPlaceView(string Place);

/// <summary>A place in the list: behind the story of this time and id.</summary>
internal sealed record BudgetPlace(DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}~{Id:N}");

    public static BudgetPlace? Read(string? written) =>
        written?.Split('~') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var story)
            ? new BudgetPlace(new DateTimeOffset(at, TimeSpan.Zero), story)
            : null;
}
