using OnRecord.Comments.Letters;

namespace OnRecord.Front.Comments.Mine;

internal static class MineRoutes
{
    public static IServiceCollection AddMine(this IServiceCollection services) =>
        services.AddScoped<ShowMine>().AddScoped<ShowLetters>();

    public static void MapMine(this IEndpointRouteBuilder routes, string[] read)
    {
        const string mine = PutLetter.MinePath;
        routes.MapMethods(mine, read, (HttpContext http, ShowMine show) => show.Form(http));
        routes.MapPost(mine, (HttpContext http, ShowMine show) => show.Ask(http));
        routes.MapMethods($"{mine}/asked", read, (HttpContext http, ShowMine show) => show.Asked(http));
        routes.MapMethods(
            $"{mine}/erased",
            read,
            (HttpContext http, string? kept, ShowMine show) => show.Erased(http, kept)
        );
        const string one = mine + "/{token}";
        routes.MapMethods(one, read, (string token, HttpContext http, ShowMine show) => show.Data(token, http));
        routes.MapGet($"{one}/data.json", (string token, HttpContext http, ShowMine show) => show.File(token, http));
        routes.MapMethods(
            $"{one}/erase",
            read,
            (string token, HttpContext http, ShowMine show) => show.BeforeErasing(token, http)
        );
        routes.MapPost($"{one}/erase", (string token, HttpContext http, ShowMine show) => show.Erase(token, http));
        const string off = PutLetter.OffPath + "/{token}";
        routes.MapMethods(off, read, (string token, HttpContext http, ShowLetters show) => show.Get(token, http));
        routes.MapPost(off, (string token, HttpContext http, ShowLetters show) => show.Off(token, http));
        routes.MapPost(
            ShowLetters.OnPath + "/{token}",
            (string token, HttpContext http, ShowLetters show) => show.On(token, http)
        );
    }
}
