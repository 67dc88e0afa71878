using System.Globalization;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Record;

/// <summary>A story's versions for who asks the web how it was (RFC 7089): the page is the original, each version's page a memento.</summary>
internal sealed class Memento
{
    private readonly IReadOnlyList<VersionInRecord> versions;

    private Memento(string page, IReadOnlyList<VersionInRecord> versions) => (Page, this.versions) = (page, versions);

    /// <summary>Absolute.</summary>
    public string Page { get; }

    public static Memento Of(StoryInRecord story, PublicAddress address) =>
        new(address.Of(PublicAddress.Encode(story.Story.Path!)), [.. story.Shown]);

    /// <summary>The headers of the story's own page.</summary>
    public static void Original(HttpResponse response, string page) =>
        response.Headers.Append("Link", $"{Relation(page, "original")}, {Ways(page)}");

    /// <summary>The headers of a version's page (section 4.2 and 2.2).</summary>
    public void Version(HttpResponse response, VersionInRecord version)
    {
        response.Headers["Memento-Datetime"] = Date(version.At);
        response.Headers.Append(
            "Link",
            $"{Relation(Page, "original")}, {Ways(Page)}, {string.Join(", ", Around(version))}"
        );
    }

    /// <summary>The version that readers saw at a time; before the first the first (section 4.5.3). Null where none may be shown.</summary>
    public VersionInRecord? At(DateTimeOffset? time)
    {
        if (versions.Count == 0)
            return null;
        return time is { } at
            ? versions.LastOrDefault(version => Whole(version.At) <= at) ?? versions[0]
            : versions[^1];
    }

    public string AddressOf(VersionInRecord version) => $"{Page}/versions/{version.Number}";

    /// <summary>What the TimeGate says beside the way (section 4.1).</summary>
    public string Gate => $"{Relation(Page, "original")}, {Map()}";

    /// <summary>All versions, oldest first (section 5).</summary>
    public string TimeMap()
    {
        var lines = new List<string>
        {
            Relation(Page, "original"),
            Map(self: true),
            $"<{Page}/timegate>; rel=\"timegate\"",
        };
        lines.AddRange(versions.Select(version => Link(version, "memento")));
        return string.Join(",\n", lines) + "\n";
    }

    // RFC 1123's date, as section 2.1 asks for it.
    public static bool Read(string written, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            written,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out time
        );

    private IEnumerable<string> Around(VersionInRecord version)
    {
        var place = versions.TakeWhile(other => other.Number != version.Number).Count();
        foreach (var at in new[] { 0, place - 1, place, place + 1, versions.Count - 1 }.Distinct().Order())
            if (at >= 0 && at < versions.Count)
                yield return Link(
                    versions[at],
                    $"{(at == place - 1 ? "prev " : at == place + 1 ? "next " : "")}memento"
                );
    }

    private string Link(VersionInRecord version, string relation)
    {
        var (first, last) = (version.Number == versions[0].Number, version.Number == versions[^1].Number);
        return $"<{AddressOf(version)}>; rel=\"{(first ? "first " : "")}{(last ? "last " : "")}{relation}\"; datetime=\"{Date(version.At)}\"";
    }

    private string Map(bool self = false) =>
        versions.Count == 0
            ? Map(Page, self)
            : $"{Map(Page, self)}; from=\"{Date(versions[0].At)}\"; until=\"{Date(versions[^1].At)}\"";

    private static string Ways(string page) => $"<{page}/timegate>; rel=\"timegate\", {Map(page, self: false)}";

    private static string Map(string page, bool self) =>
        $"<{page}/timemap>; rel=\"{(self ? "self" : "timemap")}\"; type=\"application/link-format\"";

    private static string Relation(string page, string relation) => $"<{page}>; rel=\"{relation}\"";

    private static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);

    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
