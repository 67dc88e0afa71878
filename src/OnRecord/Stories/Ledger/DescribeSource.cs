using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Protection;

namespace OnRecord.Stories.Ledger;

/// <summary>What somebody says of a source itself.</summary>
internal sealed record SourceWords
{
    public const int LongestNotes = 10_000;
    public const int LongestAddress = 2000;

    public required string Name { get; init; }
    public SourceKind Kind { get; init; } = SourceKind.Person;
    public string? Role { get; init; }
    public string? Affiliation { get; init; }
    public string? Address { get; init; }
    public bool IsNamed { get; init; } = true;
    public NotNamedReason? Reason { get; init; }
    public string Notes { get; init; } = "";

    public Problem? Wrong() =>
        Name.Length == 0 ? new Problem("name", "Write a name. Of somebody who is not named, words that stand for them.")
        : new[] { Name, Role, Affiliation }.Max(line => line?.Length ?? 0) > EntryWords.LongestLine
            ? Problem.With(
                "name",
                "One of the lines is longer than {0} characters. Make it shorter.",
                EntryWords.LongestLine
            )
        : Address is not null && !IsAddress(Address)
            ? new Problem("address", "The address must begin with http:// or https://.")
        : Notes.Length > LongestNotes
            ? Problem.With("notes", "The notes are longer than {0} characters. Make them shorter.", LongestNotes)
        : null;

    private static bool IsAddress(string written) =>
        written.Length <= LongestAddress
        && Uri.TryCreate(written, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    public static SourceWords Of(Source source) =>
        new()
        {
            Name = source.Name,
            Kind = source.Kind,
            Role = source.Role,
            Affiliation = source.Affiliation,
            Address = source.Address,
            IsNamed = source.IsNamed,
            Reason = source.Reason,
            Notes = source.Notes,
        };
}

/// <param name="Id">The source; another one where a named source was put away for one that is not named.</param>
/// <param name="Renewed">How many published stories got a new version.</param>
internal sealed record DescribedSource(Guid Id, int Renewed);

/// <summary>Says anew what a source is; stories that show it follow. Within the caller's transaction.</summary>
internal static class DescribeSource
{
    /// <param name="quiet">Only a spelling.</param>
    public static async Task<Outcome<DescribedSource>> Into(
        OnRecordDb db,
        Source source,
        SourceWords said,
        bool quiet,
        SignedIn who,
        DateTimeOffset now
    )
    {
        if (await Refused(db, source, said, who) is { } problem)
            return problem;
        if (source.IsNamed && !said.IsNamed)
            return await UnnameSource.Into(db, source, said, who, now);
        var (before, shown) = (SourceWords.Of(source), source.Public());
        if (before == said)
            return new DescribedSource(source.Id, 0);
        (source.Name, source.Kind, source.Role) = (said.Name, said.Kind, said.Role);
        (source.Affiliation, source.Address, source.Notes) = (said.Affiliation, said.Address, said.Notes);
        (source.IsNamed, source.Reason) = (said.IsNamed, said.IsNamed ? null : said.Reason);
        if (before.Reason != source.Reason)
            // What a second editor agreed to was another reason.
            db.RemoveRange(await db.Set<UnnamedApproval>().Where(row => row.SourceId == source.Id).ToListAsync());
        if (!before.IsNamed && source.IsNamed)
            await SpeakOpenly(db, source.Id);
        db.Audit(
            who,
            now,
            "source.changed",
            $"source:{source.Id}",
            source.Name,
            Before(before, SourceWords.Of(source))
        );
        if (shown == source.Public())
            return new DescribedSource(source.Id, 0);
        var note = SourceNotes.Of(await db.Newsroom(), before, source);
        return new DescribedSource(
            source.Id,
            await ChangeSource.Follow(db, source, await Former(db, source.Id), note, quiet, who.Id, now)
        );
    }

    /// <summary>How many published stories show a source.</summary>
    public static Task<int> StoriesThatShow(OnRecordDb db, Guid source) =>
        db.Set<ShownStatement>()
            .Where(row => row.SourceId == source || row.ViaId == source)
            .Select(row => row.StoryId)
            .Distinct()
            .CountAsync();

    /// <summary>The ids under which stories may still show it.</summary>
    public static async Task<List<Guid>> Former(OnRecordDb db, Guid source) =>
        [
            source,
            .. await db.Set<Source>().Where(row => row.MergedIntoId == source).Select(row => row.Id).ToListAsync(),
        ];

    /// <summary>Why it cannot be so; null where it can.</summary>
    public static async Task<Problem?> Refused(OnRecordDb db, Source source, SourceWords said, SignedIn who)
    {
        if (said.Wrong() is { } wrong)
            return wrong;
        if (source.MergedIntoId is not null)
            return new Problem("This source was merged into another one. Change that one.");
        var (edits, stories) = (who.May(Permission.EditStories), await StoriesThatShow(db, source.Id));
        if (IsSeen(source, said) && stories > 0 && !edits)
            return new Problem("Readers see this source in a published story. Ask an editor to change it.");
        if (!said.IsNamed && said.Reason is null && (stories > 0 || source.Reason is not null))
            return new Problem("reason", "Say first why the source is not named. Readers see the reason.");
        if (source.IsNamed && !said.IsNamed)
            return await UnnameSource.Refused(db, source);
        if (source.IsNamed || !said.IsNamed)
            return null;
        if (!edits)
            return new Problem("named", "Only an editor can say who somebody is that was not named. Ask an editor.");
        return await db.Set<ProtectedIdentity>().AnyAsync(row => row.SourceId == source.Id)
            ? new Problem(
                "named",
                "Who this is lies protected. Delete the protected identity first, if they may be named now."
            )
            : null;
    }

    /// <summary>Whether what readers are shown of it would be another.</summary>
    public static bool IsSeen(Source source, SourceWords said) =>
        SourceWords.Of(source) with { Notes = "" } != said with { Notes = "" };

    private static async Task SpeakOpenly(OnRecordDb db, Guid source)
    {
        foreach (
            var entry in await db.Set<LedgerEntry>()
                .Where(row => row.SourceId == source && row.Standing == SourceStanding.NotNamed)
                .ToListAsync()
        )
            entry.Standing = SourceStanding.OnRecord;
    }

    // What changed, as it was before.
    private static string Before(SourceWords before, SourceWords after)
    {
        (string Field, object? Was, object? Is)[] fields =
        [
            ("name", before.Name, after.Name),
            ("kind", before.Kind, after.Kind),
            ("role", before.Role, after.Role),
            ("affiliation", before.Affiliation, after.Affiliation),
            ("address", before.Address, after.Address),
            ("named", before.IsNamed, after.IsNamed),
            ("reason", before.Reason, after.Reason),
            // Notes are for colleagues; the log outlives them.
            ("notes", before.Notes == after.Notes, true),
        ];
        return string.Join(
            '\n',
            fields
                .Where(row => !Equals(row.Was, row.Is))
                .Select(row => row.Field == "notes" ? row.Field : $"{row.Field} ← {row.Was ?? "–"}")
        );
    }
}
