using OnRecord.People.Staff;

namespace OnRecord.Desk.Account;

internal static class AccountRoutes
{
    public static IServiceCollection AddAccount(this IServiceCollection services) =>
        services.AddScoped<ShowAccount>().AddScoped<OldPassword>();

    public static void MapAccount(this IEndpointRouteBuilder desk)
    {
        var account = desk.MapGroup("/account");
        account.MapGet("/", ShowAccount.Get).Needs(Permission.EnterDesk);
        account.MapPost("/", ChangeAccount.Submit).Needs(Permission.EnterDesk);
        account.MapPost("/password", ChangePassword.Submit).Needs(Permission.EnterDesk);
        account.MapPost("/password/remove", ChangePassword.Remove).Needs(Permission.EnterDesk);
        account.MapPost("/code/begin", ChangeCodes.Begin).Needs(Permission.EnterDesk);
        account.MapPost("/code", ChangeCodes.Confirm).Needs(Permission.EnterDesk);
        account.MapPost("/recovery-codes", ChangeCodes.NewRecoveryCodes).Needs(Permission.EnterDesk);
        account.MapPost("/passkeys/options", ChangePasskeys.Options).Needs(Permission.EnterDesk);
        account.MapPost("/passkeys", ChangePasskeys.Add).Needs(Permission.EnterDesk);
        account.MapPost("/passkeys/{id:guid}/name", ChangePasskeys.Rename).Needs(Permission.EnterDesk);
        account.MapPost("/passkeys/{id:guid}/remove", ChangePasskeys.Remove).Needs(Permission.EnterDesk);
        account.MapPost("/sessions/{id:guid}/end", EndSessions.One).Needs(Permission.EnterDesk);
        account.MapPost("/sessions/end-others", EndSessions.Others).Needs(Permission.EnterDesk);
    }
}
