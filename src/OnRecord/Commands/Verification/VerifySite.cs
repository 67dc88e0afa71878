using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>Audits a live site, and remembers what it saw.</summary>
internal static class VerifySite
{
    /// <summary>How often it is begun again where the newsroom publishes meanwhile.</summary>
    private const int Tries = 3;

    public static async Task<SiteVerdict> Run(
        SiteReader site,
        RememberedRecords memory,
        SiteCheck wanted,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        IReadOnlyList<RememberedRecord> known;
        try
        {
            known = await memory.Read(stop);
        }
        catch (NotAsSealed refused)
        {
            return new SiteVerdict($"{site.Root}") { Fault = refused.Fault };
        }
        for (var tries = 1; ; tries++)
        {
            var audit = new SiteAudit(site, known, wanted);
            try
            {
                var (verdict, now) = await audit.Run(clock.GetUtcNow(), stop);
                await memory.Keep(now, stop);
                return verdict;
            }
            catch (NotAsSealed refused)
            {
                if (tries < Tries && await HasGrown(site, audit.Size, stop))
                    continue;
                return new SiteVerdict($"{site.Root}") { Fault = await Named(refused.Fault, site, audit, stop) };
            }
        }
    }

    private static async Task<bool> HasGrown(SiteReader site, long size, CancellationToken stop)
    {
        try
        {
            var note = SignedNote.Parse((await site.Get("record/checkpoint", stop)).Bytes);
            return size > 0 && Checkpoint.Parse(note.Text).Size > size;
        }
        catch (Exception failure) when (failure is NotAsSealed or LogFormatException)
        {
            return false;
        }
    }

    // Which story it is about, as far as that can be found out.
    private static async Task<VerifyFault> Named(
        VerifyFault fault,
        SiteReader site,
        SiteAudit audit,
        CancellationToken stop
    )
    {
        var remembered = audit.Remembered?.Stories ?? [];
        if (fault is { IsUnnamed: true, Story: { } id, Version: { } number })
            return fault.Of(await Name(id, number, site, audit, remembered, stop), number);
        if (fault.Story is not null)
            return fault;
        VerifyFault? about = null;
        if (fault.Kind is LogFaultKind.WrongTile or LogFaultKind.Entry)
            about = await AtEntry(fault.Entry, site, audit, remembered, stop);
        about ??= await MissedStories.Find(site, remembered, stop);
        if (fault.Kind is LogFaultKind.WrongRoot or LogFaultKind.Rewritten && audit.Entries is { } entries)
            about ??= MissedStories.Among(entries, remembered) ?? await Differing(site, entries, stop);
        return about is null
            ? fault
            : about with
            {
                Sentence = $"{fault.Sentence} {about.Sentence}",
                Kind = fault.Kind,
                Entry = fault.Entry ?? about.Entry,
            };
    }

    private static async Task<StoryName> Name(
        Guid id,
        int number,
        SiteReader site,
        SiteAudit audit,
        IReadOnlyList<RememberedStory> remembered,
        CancellationToken stop
    )
    {
        if (remembered.FirstOrDefault(story => story.Id == id)?.Name is { Headline: not null, Page: not null } name)
            return name;
        var story = audit.Entries?.Find(id) ?? new SeenStory(id);
        if (story.Versions.Count == 0)
            story.Versions.Add(new SeenVersion(number, "", default, 0, default, default));
        var (headline, path) = await StoryNames.Find(site, story, stop);
        return new StoryName(id, headline, path is null ? null : $"{site.Of(path)}");
    }

    private static async Task<VerifyFault?> AtEntry(
        long? index,
        SiteReader site,
        SiteAudit audit,
        IReadOnlyList<RememberedStory> remembered,
        CancellationToken stop
    )
    {
        if (index is not { } at || at >= audit.Size)
            return null;
        try
        {
            var tile = Tile.Of(0, audit.Size, at / Tile.FullWidth).First();
            var bundle = EntryBundle.Read((await site.Get($"record/{tile.EntriesPath}", stop)).Bytes);
            var (id, number) = SealedEntry.Read(bundle[(int)(at % Tile.FullWidth)]) switch
            {
                VersionEntry version => (version.Story, version.Number),
                ErasureEntry erasure => (erasure.Story, erasure.Number),
                _ => (Guid.Empty, 0),
            };
            if (number == 0)
                return null;
            var name = await Name(id, number, site, audit, remembered, stop);
            return new VerifyFault($"Entry {at} is now that of version {number} of {name}.").Of(name, number);
        }
        catch (Exception failure)
            when (failure is NotAsSealed or LogFormatException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static async Task<VerifyFault?> Differing(SiteReader site, EntriesSeen entries, CancellationToken stop)
    {
        foreach (var story in entries.Stories)
        {
            try
            {
                await new CheckStory(site, story, known: null, withPages: false).Run(stop);
            }
            catch (NotAsSealed wrong)
            {
                return wrong.Fault;
            }
        }
        return null;
    }
}
