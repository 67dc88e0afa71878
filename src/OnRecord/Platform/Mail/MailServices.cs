using Microsoft.Extensions.Options;
using OnRecord.Platform.Jobs;

namespace OnRecord.Platform.Mail;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsRules>();
        services.AddSingleton<MailQueue>();
        services.AddSingleton<SmtpCarrier>().AddSingleton<FolderCarrier>();
        services.AddSingleton<IMailCarrier>(provider =>
            provider.GetRequiredService<IOptions<MailOptions>>().Value.Host is null
                ? provider.GetRequiredService<FolderCarrier>()
                : provider.GetRequiredService<SmtpCarrier>()
        );
        return services.AddRecurringJob<SendMail>(TimeSpan.FromSeconds(10));
    }

    private sealed class MailOptionsRules : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults
                ? ValidateOptionsResult.Fail(faults)
                : ValidateOptionsResult.Success;
    }
}
