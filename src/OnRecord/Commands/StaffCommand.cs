using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Commands;

/// <summary><c>onrecord staff</c>: who may come in, for the owner who cannot. Whoever can run it could read the database anyway.</summary>
internal static class StaffCommand
{
    private static readonly Words Words = Access.Words("en");

    public static Command Create() =>
        new("staff", "List, invite and let back in those who have an account at the desk.")
        {
            Listing(),
            Invite(),
            ForOne(
                "reset",
                "Print a link with which somebody sets a new way in, their second step too. Good for an hour.",
                Reset
            ),
            ForOne("lock-out", "Keep somebody out. Their sessions end at once.", LockOut),
            ForOne("let-in", "Let somebody in again who was locked out.", LetIn),
        };

    private static Command Listing()
    {
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command("list", "List everyone with an account.") { data, database };
        command.SetAction(parsed => In(parsed.GetValue(data), parsed.GetValue(database), List));
        return command;
    }

    private static Command Invite()
    {
        var name = new Option<string>("--name") { Description = "Their name.", Required = true };
        var email = new Option<string>("--email") { Description = "Their e-mail address.", Required = true };
        var roles = new Option<string[]>("--role")
        {
            Description = $"What they are: {RoleNames}. Several are several --role.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var language = new Option<string>("--language")
        {
            Description = "The language the desk speaks to them, en or uk.",
            DefaultValueFactory = _ => "en",
        };
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command("invite", "Invite somebody by mail, and print the link to hand over.")
        {
            name,
            email,
            roles,
            language,
            data,
            database,
        };
        command.SetAction(parsed =>
            In(
                parsed.GetValue(data),
                parsed.GetValue(database),
                services =>
                    Invite(
                        services,
                        parsed.GetValue(name)!,
                        parsed.GetValue(email)!,
                        parsed.GetValue(roles)!,
                        parsed.GetValue(language)!
                    )
            )
        );
        return command;
    }

    private static Command ForOne(string verb, string description, Func<IServiceProvider, StaffMember, Task<int>> act)
    {
        var email = new Argument<string>("EMAIL") { Description = "The address of their account." };
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(verb, description) { email, data, database };
        command.SetAction(parsed =>
            In(
                parsed.GetValue(data),
                parsed.GetValue(database),
                async services =>
                {
                    var written = parsed.GetValue(email)!;
                    var normalized = InviteStaff.Normalize(written);
                    var db = services.GetRequiredService<OnRecordDb>();
                    return await db.Staff.FirstOrDefaultAsync(row => row.NormalizedEmail == normalized) is { } staff
                        ? await act(services, staff)
                        : await Refuse($"Nobody has an account with {written}. See: onrecord staff list");
                }
            )
        );
        return command;
    }

    private static async Task<int> In(string? data, string? database, Func<IServiceProvider, Task<int>> act)
    {
        var configuration = new ConfigurationManager();
        Settings.Read(configuration);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddNewsroom(new SiteSettings(data, database), configuration);
        await using var provider = services.BuildServiceProvider();
        await Migrate.Run(provider);
        await using var scope = provider.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    private static async Task<int> List(IServiceProvider services)
    {
        var db = services.GetRequiredService<OnRecordDb>();
        var staff = await db.Staff.OrderBy(row => row.Name).ToListAsync();
        if (staff.Count == 0)
        {
            Console.WriteLine(
                "Nobody has an account yet. The first owner's address is printed by onrecord serve when it starts."
            );
            return CommandLine.Done;
        }
        foreach (var member in staff)
            Console.WriteLine(
                $"{member.Email}\t{member.Name}\t{string.Join(", ", member.Roles.Each()).ToLowerInvariant()}\t{State(member)}"
            );
        return CommandLine.Done;
    }

    private static async Task<int> Invite(
        IServiceProvider services,
        string name,
        string email,
        string[] roles,
        string language
    )
    {
        var given = Roles.None;
        foreach (var role in roles)
        {
            if (RolePermissions.All.FirstOrDefault(known => IsNamed(known, role)) is not (not Roles.None and var known))
                return await Refuse($"There is no role {role}. The roles are {RoleNames}.");
            given |= known;
        }
        var newsroom = (await services.GetRequiredService<OnRecordDb>().Newsroom()).Name;
        var invited = await services
            .GetRequiredService<InviteStaff>()
            .Run(Actor.CommandLine, new Newcomer(name, email, given, language, newsroom), Words);
        if (invited.Refused)
            return await Refuse(invited.Problems[0].Message);
        Console.WriteLine($"{name} is invited. The link is good for seven days, once:");
        Console.WriteLine(invited.Value.Link);
        return CommandLine.Done;
    }

    private static async Task<int> Reset(IServiceProvider services, StaffMember staff)
    {
        if (staff.LockedOutAt is not null)
            return await Refuse($"{staff.Name} is locked out. First: onrecord staff let-in {staff.Email}");
        var newsroom = (await services.GetRequiredService<OnRecordDb>().Newsroom()).Name;
        if (staff.JoinedAt is null)
        {
            var invited = await services
                .GetRequiredService<InviteStaff>()
                .Again(Actor.CommandLine, staff, newsroom, Words);
            Console.WriteLine($"{staff.Name} has not come in yet. A new invitation, good for seven days, once:");
            Console.WriteLine(invited.Value!.Link);
            return CommandLine.Done;
        }
        var link = await services
            .GetRequiredService<SendRecovery>()
            .Run(Actor.CommandLine, staff, InvitationKind.Reset, newsroom);
        Console.WriteLine($"{staff.Name} sets a new way in here. The link is good for an hour, once:");
        Console.WriteLine(link);
        return CommandLine.Done;
    }

    private static async Task<int> LockOut(IServiceProvider services, StaffMember staff)
    {
        if (await services.GetRequiredService<KeepOut>().LockOut(Actor.CommandLine, staff, Words) is { } refusal)
            return await Refuse(refusal.Message);
        Console.WriteLine($"{staff.Name} is locked out, and their sessions have ended.");
        return CommandLine.Done;
    }

    private static async Task<int> LetIn(IServiceProvider services, StaffMember staff)
    {
        if (staff.LockedOutAt is null)
            return await Refuse($"{staff.Name} is not locked out.");
        await services.GetRequiredService<KeepOut>().LetIn(Actor.CommandLine, staff);
        Console.WriteLine($"{staff.Name} may come in again.");
        return CommandLine.Done;
    }

    private static string RoleNames => string.Join(", ", RolePermissions.All).ToLowerInvariant();

    private static bool IsNamed(Roles role, string written) =>
        string.Equals(role.ToString(), written, StringComparison.OrdinalIgnoreCase);

    private static string State(StaffMember staff) =>
        staff.LockedOutAt is not null ? "locked out"
        : staff.JoinedAt is null ? "has not come in yet"
        : "may come in";

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLine.Refused;
    }
}
