using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>Finds which stories a fault of the log is about, from what was seen of them earlier and what the site shows of them now.</summary>
internal static class MissedStories
{
    /// <returns>The first that is not there any more or was replaced, to be told of its version; null where all are there.</returns>
    public static async Task<VerifyFault?> Find(
        SiteReader site,
        IReadOnlyList<RememberedStory> remembered,
        CancellationToken stop
    )
    {
        foreach (var few in remembered.Chunk(16))
        {
            var found = await Task.WhenAll(few.Select(story => Look(site, story, stop)));
            if (few.Zip(found).FirstOrDefault(pair => pair.Second is not null) is (var story, { } sentence))
                return new VerifyFault(sentence) { IsUnnamed = true }.Of(story.Name, story.Version);
        }
        return null;
    }

    /// <summary>The same, from the entries that the log has now.</summary>
    public static VerifyFault? Among(EntriesSeen seen, IReadOnlyList<RememberedStory> remembered)
    {
        foreach (var story in remembered)
        {
            var version = seen.Find(story.Id)?.Versions.ElementAtOrDefault(story.Version - 1);
            var sentence =
                version is null ? "was in the log when it was last seen, and is not in it now."
                : Convert.ToHexStringLower(version.Hash.ToArray()) != story.Entry
                    ? "has another entry in the log than when it was last seen: it or one before it was replaced."
                : null;
            if (sentence is not null)
                return new VerifyFault(sentence) { IsUnnamed = true }.Of(story.Name, story.Version);
        }
        return null;
    }

    private static async Task<string?> Look(SiteReader site, RememberedStory story, CancellationToken stop)
    {
        try
        {
            var answer = await site.Get(VersionFile.PathOf(story.Id, story.Version), stop);
            if (answer.Status == System.Net.HttpStatusCode.NotFound)
                return "was there when the record was last seen, and is gone.";
            if ((int)answer.Status >= 500)
                return $"was there when the record was last seen, and the site cannot show it now: {answer.Address} answers {answer.Told}.";
            return
                Convert.ToHexStringLower(EntriesSeen.HashOf(VersionFile.Read(answer.Bytes).Entry).ToArray())
                == story.Entry
                ? null
                : "has another entry than when the record was last seen: it or one before it was replaced.";
        }
        catch (Exception failure) when (failure is NotAsSealed or FormatException)
        {
            return null;
        }
    }
}
