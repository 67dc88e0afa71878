using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using OnRecord.People.Staff;
using OnRecord.Platform.Mail;

namespace OnRecord.Tests.Desk.Entrance;

/// <summary>What the tests of the door do again and again.</summary>
internal static partial class Doorstep
{
    public const string Password = "four crows over the weir";

    /// <summary>Somebody with password and app, not signed in.</summary>
    public static async Task<(StaffMember Staff, string Secret)> WithPassword(
        this OnRecordApp app,
        Roles roles = Roles.Reporter,
        string email = "ines@lowland.example",
        string name = "Ines Okafor"
    )
    {
        var secret = Totp.NewSecret();
        await using var scope = app.Services.CreateAsyncScope();
        var ways = scope.ServiceProvider.GetRequiredService<WaysIn>();
        var staff = InviteStaff.Member(new Newcomer(name, email, roles, "en", ""), app.Clock.GetUtcNow());
        staff.JoinedAt = app.Clock.GetUtcNow();
        ways.Set(staff, ways.HashOf(staff, Password), secret, 0);
        await app.InDatabase(async db =>
        {
            db.Add(staff);
            return await db.SaveChangesAsync();
        });
        return (staff, secret);
    }

    public static Task<HttpResponseMessage> TryPassword(
        this Colleague visitor,
        string email,
        string password,
        string to = "/desk"
    ) =>
        visitor.Post(
            "/desk/sign-in",
            [("email", email), ("password", password), ("to", to)],
            from: StaffDoor.SignInPath
        );

    public static Task<HttpResponseMessage> TryCode(this Colleague visitor, string code) =>
        visitor.Post("/desk/sign-in/code", [("code", code)], from: "/desk/sign-in/code");

    public static async Task<string> Text(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        answer.StatusCode.ShouldBe(status, page);
        return page;
    }

    public static void ShouldLeadTo(this HttpResponseMessage answer, string path)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, answer.Content.ReadAsStringAsync().Result);
        answer.Headers.Location!.ToString().ShouldBe(path);
    }

    public static Task<StaffMember> Staff(this OnRecordApp app, string email) =>
        app.InDatabase(db => db.Staff.AsNoTracking().SingleAsync(row => row.Email == email));

    public static Task<List<string>> Acts(this OnRecordApp app) =>
        app.InDatabase(db =>
            db.Set<OnRecord.People.AuditLog.AuditEntry>()
                .OrderBy(row => row.At)
                .ThenBy(row => row.Id)
                .Select(row => row.Act)
                .ToListAsync()
        );

    /// <summary>The text of the newest mail.</summary>
    public static async Task<string> NewestMail(this OnRecordApp app)
    {
        var mail = await app.InDatabase(db =>
            db.Set<OutgoingMail>().OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstAsync()
        );
        using var bytes = new MemoryStream(mail.Message);
        return (await MimeMessage.LoadAsync(bytes)).TextBody ?? "";
    }

    /// <summary>The link to the door in a text.</summary>
    public static string LinkIn(string text) => Link().Match(text).Value;

    public static string SealedIn(string page) => Sealed().Match(page).Groups[1].Value;

    public static string SecretIn(string page) =>
        SecretField().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    public static string[] CodesIn(string page) => [.. CodeItem().Matches(page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("/desk/(welcome|set-up|entrance)/[\\w-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"sealed\" value=\"([^\"]+)\"")]
    private static partial Regex Sealed();

    [GeneratedRegex("<code class=\"secret\">([^<]+)</code>")]
    private static partial Regex SecretField();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex CodeItem();
}
