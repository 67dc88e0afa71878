using System.Resources;

namespace OnRecord.Front.Reports;

internal static class ReportFormRoutes
{
    /// <summary>A report is a few pages of text at most.</summary>
    private const long LongestForm = 128 * 1024;

    public const string Below = "/report";

    public static readonly ResourceManager Strings = new(
        "OnRecord.Front.Reports.ReportWords",
        typeof(ReportFormRoutes).Assembly
    );

    public static IServiceCollection AddReportForm(this IServiceCollection services) =>
        services.AddSingleton<ReportLimits>().AddScoped<ShowReportForm>().AddScoped<SendReport>();

    public static void MapReportForm(this IEndpointRouteBuilder routes)
    {
        string[] read = ["GET", "HEAD"];
        const string story = "/{year:int:length(4)}/{month:int:length(2)}/{slug}";
        routes.MapMethods(
            story + Below,
            read,
            (string year, string month, string slug, string? passage, ShowReportForm show) =>
                show.Get($"/{year}/{month}/{slug}", passage)
        );
        routes
            .MapPost(
                story + Below,
                (string year, string month, string slug, HttpContext http, SendReport send) =>
                    send.Submit($"/{year}/{month}/{slug}", http)
            )
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LongestForm));
        routes.MapMethods("/report/{secret:length(32)}", read, ShowReport.Get);
    }
}
