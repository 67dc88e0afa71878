using OnRecord.People.Notices;
using OnRecord.People.Staff;

namespace OnRecord.People;

internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "onrecord-form";
            options.HeaderName = "RequestVerificationToken";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddStaff();
        return services.AddSingleton<GiveNotice>();
    }
}
