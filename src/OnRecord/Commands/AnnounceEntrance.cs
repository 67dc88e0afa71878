using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Commands;

/// <summary>Says at the start how the first owner comes in, as long as there is none.</summary>
internal static class AnnounceEntrance
{
    public static async Task Print(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        if (await FirstOwner.MakePath(db, clock) is not { } path)
            return;
        var address = scope.ServiceProvider.GetRequiredService<PublicAddress>().Of(path);
        Console.WriteLine($"No one has an account yet. Make the first owner at {address} (good for 24 hours, once).");
    }
}
