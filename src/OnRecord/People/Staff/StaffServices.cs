using Microsoft.AspNetCore.DataProtection;
using OnRecord.Platform.Files;

namespace OnRecord.People.Staff;

internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("OnRecord");
        services
            .AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<DataFolder, ILoggerFactory>(
                (options, data, logs) =>
                    options.XmlRepository =
                        new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                            Directory.CreateDirectory(
                                data.Keys,
                                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                            ),
                            logs
                        )
            );
        return services;
    }
}
