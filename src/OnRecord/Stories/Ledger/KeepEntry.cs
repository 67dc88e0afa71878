using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Media;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>What somebody says of an entry: whose words they are and how they came. Within the caller's transaction.</summary>
internal sealed record EntryWords
{
    public const int LongestLine = 300;

    /// <summary>A source that is known; null makes one of the other fields.</summary>
    public Guid? SourceId { get; init; }
    public string Name { get; init; } = "";
    public SourceKind Kind { get; init; } = SourceKind.Person;
    public string? Role { get; init; }
    public string? Affiliation { get; init; }
    public string? Address { get; init; }
    public bool IsNamed { get; init; } = true;
    public NotNamedReason? Reason { get; init; }
    public Form Form { get; init; } = Form.Direct;
    public SourceStanding? Standing { get; init; }
    public Channel? Channel { get; init; }
    public Guid? ViaId { get; init; }
    public string? ViaName { get; init; }
    public DateOnly? SaidOn { get; init; }
    public CommentSought Sought { get; init; }
    public string? Note { get; init; }
}

/// <summary>Puts what somebody says of an entry into the ledger, and makes the sources it names.</summary>
internal static class KeepEntry
{
    /// <summary>Says whose words an entry's are; what was proposed is accepted by it.</summary>
    public static async Task<Problem?> Into(
        OnRecordDb db,
        LedgerEntry entry,
        EntryWords said,
        Guid by,
        DateTimeOffset now
    )
    {
        if (Wrong(said) is { } problem)
            return problem;
        Source? source;
        if (said.SourceId is { } known)
        {
            source = await Known(db, known);
            if (source is null)
                return new Problem("source", "That source is not there any more. Pick or name another.");
        }
        else
            source = await Named(db, said.Name, said.Kind, said.IsNamed, by, now);
        // What a known source is, is said on its own page, where the stories that show it follow.
        if (said.SourceId is null && IsNew(db, source))
            Describe(source, said);
        else if (!source.IsNamed)
            source.Reason ??= said.Reason;
        var via =
            said.ViaId is { } outlet ? await Known(db, outlet)
            : string.IsNullOrWhiteSpace(said.ViaName) ? null
            : await Named(db, said.ViaName, SourceKind.Outlet, true, by, now);
        (entry.SourceId, entry.ViaId, entry.ProposedVia) = (source.Id, via?.Id, null);
        entry.Form = said.Form;
        entry.Standing = source.IsNamed ? Spoken(said.Standing) : SourceStanding.NotNamed;
        entry.Channel = via is not null ? Channel.Outlet : said.Channel;
        (entry.SaidOn, entry.Sought, entry.Note) = (said.SaidOn, said.Sought, Line(said.Note));
        Decide(entry, LedgerState.Accepted, by, now);
        return null;
    }

    /// <summary>Takes a proposal as it is.</summary>
    public static async Task Accept(OnRecordDb db, LedgerEntry entry, Guid by, DateTimeOffset now)
    {
        var source = entry.SourceId is { } id
            ? await Known(db, id)
            : await Named(db, entry.ProposedName, entry.ProposedKind, entry.ProposedIsNamed, by, now);
        if (entry.ProposedVia is { } name && entry.ViaId is null)
            entry.ViaId = (await Named(db, name, SourceKind.Outlet, true, by, now)).Id;
        if (source is null)
            return;
        if (IsNew(db, source))
            source.Role ??= entry.ProposedRole;
        if (!source.IsNamed && entry.ViaId is not null)
            source.Reason ??= NotNamedReason.OutletDoesNotName;
        entry.SourceId = source.Id;
        entry.Standing ??= source.IsNamed ? SourceStanding.OnRecord : SourceStanding.NotNamed;
        Decide(entry, LedgerState.Accepted, by, now);
    }

    /// <summary>Says that no source speaks here.</summary>
    public static void Refuse(LedgerEntry entry, Guid by, DateTimeOffset now) =>
        Decide(entry, LedgerState.Refused, by, now);

    // Of the same name and named: the same. People who are not named are never taken for one another.
    private static async Task<Source> Named(
        OnRecordDb db,
        string name,
        SourceKind kind,
        bool isNamed,
        Guid by,
        DateTimeOffset now
    )
    {
        var fold = SearchFold.Of(name);
        if (isNamed)
        {
            var known =
                db.Set<Source>()
                    .Local.FirstOrDefault(row => row.Search == fold && row.IsNamed && row.MergedIntoId == null)
                ?? await db.Set<Source>()
                    .Where(row => row.Search == fold && row.IsNamed && row.MergedIntoId == null)
                    .OrderBy(row => row.Id)
                    .FirstOrDefaultAsync();
            if (known is not null)
                return known;
        }
        var made = new Source
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Name = name.Trim(),
            IsNamed = isNamed,
            CreatedAt = now,
            CreatedBy = by,
        };
        db.Set<Source>().Add(made);
        return made;
    }

    private static async Task<Source?> Known(OnRecordDb db, Guid id)
    {
        var source = await db.Set<Source>().FindAsync(id);
        while (source?.MergedIntoId is { } into)
            source = await db.Set<Source>().FindAsync(into);
        return source;
    }

    private static bool IsNew(OnRecordDb db, Source source) => db.Entry(source).State == EntityState.Added;

    private static void Describe(Source source, EntryWords said)
    {
        source.Role ??= Line(said.Role);
        source.Affiliation ??= Line(said.Affiliation);
        source.Address ??= Line(said.Address);
        if (!source.IsNamed)
            source.Reason ??= said.Reason;
    }

    private static Problem? Wrong(EntryWords said) =>
        said.SourceId is null && string.IsNullOrWhiteSpace(said.Name)
            ? new Problem("source", "Say whose words these are: pick a source, or write a name.")
        : Longest(said) > EntryWords.LongestLine
            ? Problem.With(
                "source",
                "One of the lines is longer than {0} characters. Make it shorter.",
                EntryWords.LongestLine
            )
        : Line(said.Address) is { } address && !IsAddress(address)
            ? new Problem("address", "The address must begin with http:// or https://.")
        : null;

    private static bool IsAddress(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static int Longest(EntryWords said) =>
        new[] { said.Name, said.Role, said.Affiliation, said.ViaName, said.Note }.Max(line => line?.Length ?? 0);

    // Not named is not a choice of its own: it follows from the source.
    private static SourceStanding? Spoken(SourceStanding? said) => said == SourceStanding.NotNamed ? null : said;

    private static string? Line(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    private static void Decide(LedgerEntry entry, LedgerState state, Guid by, DateTimeOffset now) =>
        (entry.State, entry.DecidedAt, entry.DecidedBy) = (state, now, by);
}
