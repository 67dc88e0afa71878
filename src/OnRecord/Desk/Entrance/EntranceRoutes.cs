using OnRecord.People.Staff;

namespace OnRecord.Desk.Entrance;

internal static class EntranceRoutes
{
    public static IServiceCollection AddEntrance(this IServiceCollection services) =>
        services.AddScoped<Doorway>().AddScoped<HalfSignedIn>().AddScoped<CodeSetUp>();

    public static void MapEntrance(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/sign-in", SignIn.Get).OpenToAll();
        desk.MapPost("/sign-in", SignIn.Submit).OpenToAll();
        desk.MapGet("/sign-in/code", EnterCode.Get).OpenToAll();
        desk.MapPost("/sign-in/code", EnterCode.Submit).OpenToAll();
        desk.MapPost("/sign-in/passkey/options", SignInWithPasskey.Options).OpenToAll();
        desk.MapPost("/sign-in/passkey", SignInWithPasskey.Submit).OpenToAll();
        desk.MapPost("/sign-out", SignOut.Submit).OpenToAll();
        desk.MapGet("/recover", Recover.Get).OpenToAll();
        desk.MapPost("/recover", Recover.Submit).OpenToAll();
        desk.MapGet("/set-up/{secret}", SetUp.Get).OpenToAll();
        desk.MapPost("/set-up/{secret}", SetUp.Submit).OpenToAll();
        desk.MapGet("/welcome/{secret}", Welcome.Get).OpenToAll();
        desk.MapPost("/welcome/{secret}/passkey/options", WelcomeWithPasskey.Options).OpenToAll();
        desk.MapPost("/welcome/{secret}/passkey", WelcomeWithPasskey.Submit).OpenToAll();
        desk.MapPost("/welcome/{secret}/password", WelcomeWithPassword.Submit).OpenToAll();
        desk.MapPost("/welcome/{secret}/code", WelcomeWithPassword.Confirm).OpenToAll();
        if (desk.ServiceProvider.GetService<DemonstrationDoor>() is not null)
        {
            desk.MapGet("/entrance/{secret}", DemonstrationDoor.Get).OpenToAll();
            desk.MapPost("/entrance/{secret}", DemonstrationDoor.Submit).OpenToAll();
        }
    }
}
