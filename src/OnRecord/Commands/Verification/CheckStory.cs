using System.Globalization;
using System.Net;
using System.Text;

namespace OnRecord.Commands.Verification;

/// <summary>Checks a story of the log: what was sealed of each version, and what its pages show.</summary>
internal sealed class CheckStory(SiteReader site, SeenStory story, StoryName? known, bool withPages)
{
    private readonly Dictionary<int, SealedStatement> statements = [];
    private string? page;
    private string? headline;

    public int Pages { get; private set; }

    private StoryName Name =>
        new(story.Id, headline ?? known?.Headline, page is null ? known?.Page : $"{site.Of(page)}");

    /// <returns>What is to be remembered of it.</returns>
    /// <exception cref="NotAsSealed">Something is not as it should be.</exception>
    public async Task<RememberedStory> Run(CancellationToken stop)
    {
        foreach (var version in story.Versions)
            await Open(version, stop);
        if (withPages)
            await ComparePages(stop);
        var last = story.Versions[^1];
        return new RememberedStory(
            story.Id,
            last.Number,
            Convert.ToHexStringLower(last.Hash.ToArray()),
            Name.Headline,
            Name.Page
        );
    }

    private async Task Open(SeenVersion version, CancellationToken stop)
    {
        try
        {
            var file = await VersionFile.Fetch(site, story.Id, version, stop);
            page = file.Page ?? page;
            if (version.ErasedBy is not null)
                return;
            var entry = (VersionEntry)SealedEntry.Read(Encoding.UTF8.GetBytes(file.Entry));
            var statement = statements[version.Number] = file.Open(entry);
            headline = statement.Headline;
        }
        catch (FormatException wrong)
        {
            await FindName(stop);
            throw Wrong(version, wrong.Message);
        }
    }

    private async Task ComparePages(CancellationToken stop)
    {
        var newest = story.Versions[^1];
        if (page is null)
            throw Wrong(newest, "is the newest in the log, and the site has no page for it.");
        await Compare(page, newest, isLive: true, stop);
        foreach (var version in story.Versions)
            if (version.ErasedBy is null)
                await Compare(
                    $"{page}/versions/{version.Number.ToString(CultureInfo.InvariantCulture)}",
                    version,
                    false,
                    stop
                );
    }

    private async Task Compare(string path, SeenVersion version, bool isLive, CancellationToken stop)
    {
        var answer = await site.Get(path, stop);
        var isRemoved = story.Versions[^1].Kind == "removal";
        // What is left of a removed story may be its notice alone.
        if (version.ErasedBy is not null && answer.Status == HttpStatusCode.Gone)
            return;
        if (isRemoved && !isLive && answer.Status == HttpStatusCode.Gone && version.Kind != "removal")
            return;
        if (answer.Status != HttpStatusCode.OK && !(isRemoved && answer.Status == HttpStatusCode.Gone))
            throw Wrong(version, $"has no page: {answer.Address} answers {answer.Told}.");
        Pages++;
        try
        {
            var shown = PageReading.Of(answer.Text, answer.Address);
            if (Shown(shown, version, isLive) is { } other)
                throw Wrong(version, $"is not what is shown at {answer.Address}: {other}");
            if (version.ErasedBy is not null)
                return;
            var meant = statements[version.Number];
            if (ComparePage.With(shown, meant, Notice) is { } difference)
                throw Wrong(version, $"is not what is shown: {answer.Address} {difference}");
            if (!isLive && answer.Memento is { } memento && Instant(memento) != meant.At)
                throw Wrong(
                    version,
                    $"is not what is shown: {answer.Address} says that it is of {memento}, and sealed is {Moment(meant.At)}."
                );
            if (isLive && !isRemoved && Hidden(shown) is { } hidden)
                throw Wrong(hidden, $"is a correction that {answer.Address} does not show.");
        }
        catch (FormatException wrong)
        {
            throw Wrong(version, $"is not what is shown: {answer.Address} {wrong.Message}");
        }
    }

    private string? Shown(PageReading shown, SeenVersion version, bool isLive)
    {
        if (shown.File is not { } file)
            return "the page does not say of which version it is.";
        if (file == VersionFile.PathOf(story.Id, version.Number))
            return null;
        var other = story.Versions.Find(one => VersionFile.PathOf(story.Id, one.Number) == file);
        return other is null ? $"the page says that it is of {file}, which the log does not know."
            : isLive ? $"the page shows version {other.Number}, and the newest in the log is {version.Number}."
            : $"the page shows version {other.Number}.";
    }

    private SeenVersion? Hidden(PageReading shown)
    {
        var files = shown.Corrections().Select(notice => notice.File).ToHashSet();
        return story.Versions.Find(version =>
            version is { Kind: "correction", ErasedBy: null }
            && !statements[version.Number].IsQuiet
            && !files.Contains(VersionFile.PathOf(story.Id, version.Number))
        );
    }

    private BareText? Notice(string file) =>
        statements.FirstOrDefault(one => VersionFile.PathOf(story.Id, one.Key) == file).Value?.Notice;

    // The version that is wrong may be the one that could have told what the story is called.
    private async Task FindName(CancellationToken stop)
    {
        if (headline is null || page is null)
        {
            var found = await StoryNames.Find(site, story, stop);
            (headline, page) = (headline ?? found.Headline, page ?? found.Path);
        }
    }

    private NotAsSealed Wrong(SeenVersion version, string sentence) =>
        new(new VerifyFault(sentence) { Entry = version.Index, IsUnnamed = true }.Of(Name, version.Number));

    private static DateTimeOffset? Instant(string memento) =>
        DateTimeOffset.TryParseExact(
            memento,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
