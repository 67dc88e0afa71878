namespace OnRecord.Imports;

internal static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services.AddSingleton<ImportStories>().AddScoped<ImportPage>().AddScoped<ImportPictures>();
}
