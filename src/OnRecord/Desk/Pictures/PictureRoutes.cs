using System.Resources;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using OnRecord.Media;
using OnRecord.People.Staff;

namespace OnRecord.Desk.Pictures;

/// <summary>The picture library's pages at the desk.</summary>
internal static class PictureRoutes
{
    // Several pictures come in one form.
    private const long LargestForm = 400_000_000;

    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Pictures.PictureWords",
        typeof(PictureRoutes).Assembly
    );

    public static IServiceCollection AddPictureDesk(this IServiceCollection services) =>
        services
            .Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestForm)
            .AddScoped<BringPicture>()
            .AddSingleton(new DeskMenu(30, "/desk/pictures", "Pictures", Strings, Permission.SeePictures));

    public static void MapPictureDesk(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/pictures", ShowPictures.Get).Needs(Permission.SeePictures);
        desk.MapPost("/pictures", BringPictures.Submit)
            .Needs(Permission.AddPictures)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        desk.MapGet("/pictures.json", PicturesAsJson.Get).Needs(Permission.SeePictures);
        desk.MapPost("/pictures.json", PicturesAsJson.Submit)
            .Needs(Permission.AddPictures)
            .WithMetadata(new RequestSizeLimitAttribute(PictureFile.MaximumBytes + 1_000_000));
        desk.MapGet("/pictures/{sha256}", ShowPicture.Get).Needs(Permission.SeePictures);
        desk.MapPost("/pictures/{sha256}", DescribePicture.Submit).Needs(Permission.AddPictures);
        desk.MapPost("/pictures/{sha256}/delete", RemovePicture.Submit).Needs(Permission.DeletePictures);
    }
}
