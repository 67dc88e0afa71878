using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using OnRecord.Platform.Files;
using OnRecord.Platform.Web;

namespace OnRecord.People.Staff;

internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("OnRecord");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<DataFolder, ILoggerFactory>(
                (options, data, logs) =>
                    options.XmlRepository = new FileSystemXmlRepository(
                        Directory.CreateDirectory(
                            data.Keys,
                            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                        ),
                        logs
                    )
            );
        services
            // Which addresses are good is decided where somebody is invited.
            .AddIdentityCore<StaffMember>(options => options.User.AllowedUserNameCharacters = "")
            .AddUserStore<StaffStore>();
        // What OWASP asks of PBKDF2 with SHA-512 since 2023.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddScoped<IPasskeyHandler<StaffMember>, PasskeyHandler<StaffMember>>();
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<PublicAddress>(
                (options, address) =>
                {
                    options.ServerDomain = Passkeys.DomainOf(address);
                    options.UserVerificationRequirement = "required";
                    // Nobody is asked for an address first, so a passkey must know whose it is.
                    options.ResidentKeyRequirement = "required";
                    options.ValidateOrigin = origin => ValueTask.FromResult(Passkeys.IsOurs(origin, address));
                }
            );
        return services
            .AddScoped<StaffSessions>()
            .AddScoped<Passkeys>()
            .AddScoped<SignInThrottle>()
            .AddScoped<SecondStep>()
            .AddScoped<WaysIn>()
            .AddScoped<InviteStaff>()
            .AddScoped<SendRecovery>()
            .AddScoped<KeepOut>()
            .AddSingleton<SealedState>()
            .AddSingleton<TellOfChange>();
    }
}
