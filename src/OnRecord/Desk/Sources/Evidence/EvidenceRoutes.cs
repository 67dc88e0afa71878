using System.Resources;
using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Sources.Evidence;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>Saved copies of what is cited, at the desk.</summary>
internal static class EvidenceRoutes
{
    // Room for the form round a document; what is a little too large is told in a sentence.
    private const long LargestForm = (TakeCopy.MaximumMegabytes + 14) * 1_000_000L;

    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Sources.Evidence.EvidenceWords",
        typeof(EvidenceRoutes).Assembly
    );

    public static IServiceCollection AddEvidence(this IServiceCollection services) =>
        services
            .AddSavedCopies()
            .AddSingleton<ReadCopy>(ReadPage.Text)
            .AddScoped<AddCopy>()
            .AddScoped<ChangeCopy>()
            .AddScoped<ShowCopies>();

    public static void MapEvidence(this IEndpointRouteBuilder desk)
    {
        var limit = new RequestSizeLimitAttribute(LargestForm);
        desk.MapGet(
                "/stories/{id:guid}/ledger/{entry:guid}/copies",
                (Guid id, Guid entry, HttpContext http, SignedIn who, ShowCopies show) =>
                    show.OfEntry(id, entry, http, who)
            )
            .Needs(Permission.SeeStories);
        desk.MapPost(
                "/stories/{id:guid}/ledger/{entry:guid}/copies",
                (Guid id, Guid entry, HttpContext http, SignedIn who, AddCopy add) => add.ToEntry(id, entry, http, who)
            )
            .Needs(Permission.SeeStories)
            .WithMetadata(limit);
        desk.MapGet(
                "/sources/{id:guid}/copies",
                (Guid id, HttpContext http, SignedIn who, ShowCopies show) => show.OfSource(id, http, who)
            )
            .Needs(Permission.SeeStories);
        desk.MapPost(
                "/sources/{id:guid}/copies",
                (Guid id, HttpContext http, SignedIn who, AddCopy add) => add.ToSource(id, http, who)
            )
            .Needs(Permission.WriteStories)
            .WithMetadata(limit);
        desk.MapGet("/copies/{copy:guid}", ShowCopy.Get).Needs(Permission.SeeStories);
        desk.MapGet("/copies/{copy:guid}/file", ShowCopy.File).Needs(Permission.SeeStories);
        desk.MapGet("/copies/{copy:guid}/warc", ShowCopy.Warc).Needs(Permission.SeeStories);
        desk.MapPost(
                "/copies/{copy:guid}/public",
                (Guid copy, HttpContext http, SignedIn who, ChangeCopy change) => change.Show(copy, http, who)
            )
            .Needs(Permission.SeeStories);
        desk.MapPost(
                "/copies/{copy:guid}/private",
                (Guid copy, HttpContext http, SignedIn who, ChangeCopy change) => change.Hide(copy, http, who)
            )
            .Needs(Permission.SeeStories);
        desk.MapPost(
                "/copies/{copy:guid}/remove",
                (Guid copy, HttpContext http, SignedIn who, ChangeCopy change) => change.Remove(copy, http, who)
            )
            .Needs(Permission.SeeStories);
    }
}
