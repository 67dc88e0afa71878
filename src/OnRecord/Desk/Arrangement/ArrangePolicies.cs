using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Arrangement;

/// <summary>The policies, and beginning one: from a text to start with, or from nothing.</summary>
internal static class ArrangePolicies
{
    private static readonly ResourceManager Starters = new(
        "OnRecord.Desk.Arrangement.PolicyStarters",
        typeof(ArrangePolicies).Assembly
    );

    private static readonly (string Key, PolicyKind? Kind)[] Standard =
    [
        ("Ethics", PolicyKind.Ethics),
        ("Corrections", PolicyKind.Corrections),
        ("Unnamed", PolicyKind.UnnamedSources),
        ("Funding", PolicyKind.Ownership),
        ("WhoWeAre", PolicyKind.Masthead),
        ("Privacy", null),
        ("Comments", PolicyKind.Comments),
    ];

    public static Task<IResult> Get(HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        Page(http, "", null, [], db, room);

    public static async Task<IResult> Add(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var (starter, kind) = Array.Find(Standard, row => row.Key == sent["starter"]);
        var language = filled.Language("starter-language") ?? filled.Language() ?? "en";
        var words = new Words(Starters, language);
        var title = starter is null ? filled.Needed("title", 120, "TitleMissing") : words[$"{starter}.Title"];
        if (filled.Refused)
            return await Page(http, title, language, filled.Problems, db, room);
        var id = Guid.CreateVersion7();
        await db.Transact(async () =>
        {
            var slug = Slug.From(title, "policy");
            var taken = await db.Policies.Where(row => row.Slug.StartsWith(slug)).Select(row => row.Slug).ToListAsync();
            db.Policies.Add(
                new Policy
                {
                    Id = id,
                    Slug = Slug.Free(slug, taken.Contains),
                    Position = (await db.Policies.MaxAsync(row => (int?)row.Position) ?? 0) + 1,
                    Title = title,
                    Language = language,
                    Kind = kind,
                    Draft = starter is null ? StoryDocument.Empty : PolicyText.Read(words[$"{starter}.Text"]),
                }
            );
            db.Audit(who, clock.GetUtcNow(), "site.policy.begun", $"policy:{id}", title);
        });
        return ArrangementRoom.Done(http, $"/policies/{id}");
    }

    public static async Task<IResult> Order(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        TimeProvider clock
    )
    {
        await db.Transact(async () =>
        {
            var policies = await db.Policies.OrderBy(row => row.Position).ToListAsync();
            foreach (var (at, policy) in Reorder.Read(sent, policies, row => row.Id).Index())
                policy.Position = at + 1;
            var order = string.Join(", ", policies.OrderBy(row => row.Position).Select(row => row.Title));
            db.Audit(who, clock.GetUtcNow(), "site.policies.ordered", "policies", order);
        });
        return ArrangementRoom.Done(http, "/policies");
    }

    private static async Task<IResult> Page(
        HttpContext http,
        string title,
        string? language,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Policies", problems);
        var policies = await db.Set<Policy>()
            .OrderBy(row => row.Position)
            .Select(row => new PolicyRow(
                row.Id,
                row.Title,
                row.Language,
                $"/about/{row.Slug}",
                row.LiveVersionId != null
            ))
            .ToListAsync();
        var view = new PoliciesView
        {
            Frame = frame,
            Policies = policies,
            Starters =
            [
                .. Standard.Select(row => new StarterLine(
                    row.Key,
                    new Words(Starters, frame.Words.Language)[$"{row.Key}.Title"]
                )),
            ],
            StarterLanguage = newsroom.Language,
            Title = title,
            Language = language ?? newsroom.Language,
        };
        return await room.Page<PoliciesPage>(frame, view);
    }
}

/// <summary>The policies, and the ways to begin one.</summary>
public sealed record PoliciesView
{
    public required ArrangementView Frame { get; init; }
    public required IReadOnlyList<PolicyRow> Policies { get; init; }
    public required IReadOnlyList<StarterLine> Starters { get; init; }
    public required string StarterLanguage { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
}

/// <summary>A policy in the list.</summary>
public sealed record PolicyRow(Guid Id, string Title, string Language, string Path, bool Live);

/// <summary>A text to start from.</summary>
public sealed record StarterLine(string Key, string Title);
