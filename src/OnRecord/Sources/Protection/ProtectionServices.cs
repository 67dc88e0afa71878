namespace OnRecord.Sources.Protection;

internal static class ProtectionServices
{
    public static IServiceCollection AddIdentities(this IServiceCollection services)
    {
        services.AddOptions<SourceProtectionOptions>().BindConfiguration("Sources");
        return services.AddSingleton<MasterKey>().AddScoped<WrappedKeys>().AddScoped<ProtectIdentity>();
    }
}
