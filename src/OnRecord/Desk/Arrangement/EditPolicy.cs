using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Arrangement;

/// <summary>One policy: written, shown to readers, changed, withdrawn. What readers were shown is kept.</summary>
internal static class EditPolicy
{
    private const int MaximumLength = 60_000;

    public static async Task<IResult> Get(Guid id, HttpContext http, OnRecordDb db, ArrangementRoom room)
    {
        if (await db.Policies.FindAsync(id) is not { } policy)
            return Results.NotFound();
        var form = new Form(policy.Title, policy.Language, policy.Kind, PolicyWriter.Write(policy.Draft));
        return await Page(http, policy, form, [], db, room);
    }

    public static async Task<IResult> Save(
        Guid id,
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (await db.Policies.FindAsync(id) is not { } policy)
            return Results.NotFound();
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = Form.Read(filled);
        var (text, publish) = (PolicyText.Read(form.Text), sent["act"] == "publish");
        if (publish)
            Ready(form.Title, text, filled);
        if (filled.Refused)
            return await Page(http, policy, form, filled.Problems, db, room);
        var now = clock.GetUtcNow();
        await db.Transact(async () =>
        {
            (policy.Title, policy.Language, policy.Draft) = (form.Title, form.Language, text);
            policy.Kind = form.Kind;
            if (publish && await Publish(db, policy, now, who.Id))
                db.Audit(who, now, "site.policy.published", $"policy:{id}", policy.Title);
            else
                db.Audit(who, now, "site.policy.saved", $"policy:{id}", policy.Title);
        });
        return ArrangementRoom.Done(http, $"/policies/{id}");
    }

    /// <summary>Takes it from the site; one that readers never saw is deleted.</summary>
    public static async Task<IResult> Withdraw(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        TimeProvider clock
    )
    {
        if (await db.Policies.FindAsync(id) is not { } policy)
            return Results.NotFound();
        await db.Transact(async () =>
        {
            var wasShown = await db.PolicyVersions.AnyAsync(row => row.PolicyId == id);
            if (wasShown)
                policy.Withdraw();
            else
                db.Policies.Remove(policy);
            var act = wasShown ? "site.policy.withdrawn" : "site.policy.deleted";
            db.Audit(who, clock.GetUtcNow(), act, $"policy:{id}", policy.Title);
        });
        return ArrangementRoom.Done(http, "/policies");
    }

    private static void Ready(string title, StoryDocument text, Filled filled)
    {
        if (text.Blocks.Count == 0)
            filled.Refuse("text", "PolicyEmpty");
        string[] blanks = [.. PolicyText.Blanks(PolicyText.Read(title)), .. PolicyText.Blanks(text)];
        if (blanks.Length > 0)
            filled.Refuse("text", "PolicyBlanks", string.Join(", ", blanks.Distinct()));
    }

    /// <returns>False where readers see these very words already.</returns>
    private static async Task<bool> Publish(OnRecordDb db, Policy policy, DateTimeOffset now, Guid by)
    {
        var last = await db
            .PolicyVersions.Where(row => row.PolicyId == policy.Id)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync();
        if (
            last is not null
            && policy.LiveVersionId == last.Id
            && (last.Title, last.Language) == (policy.Title, policy.Language)
            && last.Text.Equals(policy.Draft)
        )
            return false;
        db.PolicyVersions.Add(policy.Publish((last?.Number ?? 0) + 1, now, by));
        return true;
    }

    private static async Task<IResult> Page(
        HttpContext http,
        Policy policy,
        Form form,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Policies", problems, policy.Title);
        var versions = await db.Set<PolicyVersion>()
            .Where(row => row.PolicyId == policy.Id)
            .OrderByDescending(row => row.Number)
            .Select(row => new
            {
                row.Number,
                row.At,
                By = db.Set<StaffMember>().Where(who => who.Id == row.StaffId).Select(who => who.Name).FirstOrDefault(),
            })
            .ToListAsync();
        var text = PolicyText.Read(form.Text);
        var view = new PolicyView
        {
            Frame = frame,
            Id = policy.Id,
            Path = $"/about/{policy.Slug}",
            Live = policy.LiveVersionId is not null,
            Title = form.Title,
            Language = form.Language,
            Kind = $"{form.Kind}",
            Kinds = [.. Enum.GetNames<PolicyKind>()],
            Text = form.Text,
            Shown = HtmlWriter.Write(text),
            Blanks = PolicyText.Blanks(text),
            Versions =
            [
                .. versions.Select(row =>
                    $"v{row.Number}, {frame.Words.Moment(newsroom.Local(row.At))}{(row.By is null ? "" : $", {row.By}")}"
                ),
            ],
        };
        return await room.Page<PolicyPage>(frame, view);
    }

    private sealed record Form(string Title, string Language, PolicyKind? Kind, string Text)
    {
        public static Form Read(Filled filled) =>
            new(
                filled.Needed("title", 120, "TitleMissing"),
                filled.Language() ?? "en",
                Enum.TryParse<PolicyKind>(filled.Line("kind", 40), out var kind) && Enum.IsDefined(kind) ? kind : null,
                filled.Text("text", MaximumLength)
            );
    }
}

/// <summary>One policy as the desk writes it.</summary>
public sealed record PolicyView
{
    public required ArrangementView Frame { get; init; }
    public required Guid Id { get; init; }
    public required string Path { get; init; }
    public required bool Live { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }

    /// <summary>What it is about, by its name; empty where it is none of those.</summary>
    public required string Kind { get; init; }

    /// <summary>What it can be about.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }
    public required string Text { get; init; }

    /// <summary>The text as readers would see it, as HTML.</summary>
    public required string Shown { get; init; }

    public required IReadOnlyList<string> Blanks { get; init; }

    /// <summary>What readers were shown, newest first: number, time, who.</summary>
    public required IReadOnlyList<string> Versions { get; init; }
}
