using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Account;
using OnRecord.People;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Tests.Desk.Entrance;

namespace OnRecord.Tests.Desk.Account;

public class AccountTests
{
    private const string Path = "/desk/account";
    private const string Fresh = "a heron stands on one leg";

    [Fact]
    public async Task Name_language_notices_and_byline_are_ones_own_to_change()
    {
        await using var app = await OnRecordApp.Start();
        using var me = await app.Colleague(Roles.Reporter);
        (
            await me.Post(Path, [("name", "Ines B. Okafor"), ("language", "uk"), ("byline", "Ines Okafor")], from: Path)
        ).ShouldLeadTo("/desk/account?done=Saved");
        var staff = await app.Staff(me.Staff.Email);
        (staff.Name, staff.Language, staff.NoticesByMail).ShouldBe(("Ines B. Okafor", "uk", false));
        (await app.InDatabase(db => db.Set<Person>().SingleAsync())).Id.ShouldBe(staff.PersonId!.Value);
        (await me.Page(Path)).ShouldContain("Ваш обліковий запис");
        (await me.Post(Path, [("name", " ")], from: Path)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_new_password_asks_for_the_old_and_ends_the_other_sessions()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var elsewhere = await SignedIn(app, staff, secret);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        using var me = await SignedIn(app, staff, secret);
        (
            await (
                await me.Post($"{Path}/password", [("old", "not my password"), ("password", Fresh)], from: Path)
            ).Text(HttpStatusCode.UnprocessableEntity)
        ).ShouldContain("not your password now");
        (await me.Post($"{Path}/password", [("old", Doorstep.Password), ("password", Fresh)], from: Path)).ShouldLeadTo(
            "/desk/account?done=Saved"
        );
        await me.Page("/desk");
        await elsewhere.Page("/desk", HttpStatusCode.Redirect);
        (await app.NewestMail()).ShouldContain("password of your account was changed");
        (await app.NewestMail()).ShouldNotContain(Fresh);
    }

    [Fact]
    public async Task Another_app_takes_the_place_of_the_old()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var me = await SignedIn(app, staff, secret);
        var page = await (await me.Post($"{Path}/code/begin", [("current", Doorstep.Password)], from: Path)).Text(
            HttpStatusCode.OK
        );
        var other = Doorstep.SecretIn(page);
        var told = await (
            await me.Post(
                $"{Path}/code",
                [("sealed", Doorstep.SealedIn(page)), ("code", Totp.CodeAt(other, app.Clock.GetUtcNow()))],
                from: Path
            )
        ).Text(HttpStatusCode.OK);
        Doorstep.CodesIn(told).Length.ShouldBe(10);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        using var visitor = app.Stranger();
        await visitor.TryPassword(staff.Email, Doorstep.Password);
        (await visitor.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await visitor.TryCode(Totp.CodeAt(other, app.Clock.GetUtcNow()))).ShouldLeadTo("/desk");
    }

    [Fact]
    public async Task New_recovery_codes_void_the_old()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var me = await SignedIn(app, staff, secret);
        var before = (await app.Staff(staff.Email)).RecoveryCodes;
        var told = Doorstep.CodesIn(
            await (await me.Post($"{Path}/recovery-codes", [("current", Doorstep.Password)], from: Path)).Text(
                HttpStatusCode.OK
            )
        );
        var after = (await app.Staff(staff.Email)).RecoveryCodes;
        after.ShouldNotBe(before);
        after.ShouldBe(RecoveryCodes.Kept(told));
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        await using var app = await OnRecordApp.Start();
        using var me = await app.Colleague(Roles.Reporter);
        var passkey = await AddPasskey(app, me.Id);
        (await me.Page(Path)).ShouldContain("Laptop");
        (
            await (await me.Post($"{Path}/passkeys/{passkey}/remove", [], from: Path)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("last way in");
        var second = await AddPasskey(app, me.Id);
        (await me.Post($"{Path}/passkeys/{passkey}/remove", [], from: Path)).ShouldLeadTo("/desk/account?done=Saved");
        (await me.Post($"{Path}/passkeys/{second}/name", [("name", "Phone")], from: Path)).ShouldLeadTo(
            "/desk/account?done=Saved"
        );
        (await me.Page(Path)).ShouldContain("Phone");
        using var other = await app.Colleague(Roles.Owner, "Agnes Thorne");
        (await other.Post($"{Path}/passkeys/{second}/remove", [], from: Path)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_password_without_a_passkey_is_the_last_way_in()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var me = await SignedIn(app, staff, secret);
        (await me.Post($"{Path}/password/remove", [], from: Path)).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        await AddPasskey(app, staff.Id);
        (await me.Post($"{Path}/password/remove", [], from: Path)).ShouldLeadTo("/desk/account?done=Saved");
        (await app.Staff(staff.Email)).ShouldSatisfyAllConditions(
            row => row.PasswordHash.ShouldBeNull(),
            row => row.AuthenticatorKey.ShouldBeNull(),
            row => row.RecoveryCodes.ShouldBeEmpty()
        );
    }

    [Fact]
    public async Task Sessions_are_listed_in_plain_words_and_ended()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var elsewhere = await SignedIn(app, staff, secret);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        using var me = await SignedIn(app, staff, secret);
        (await me.Page(Path)).ShouldContain("this browser");
        (await me.Post($"{Path}/sessions/end-others", [], from: Path)).ShouldLeadTo("/desk/account?done=Saved");
        await elsewhere.Page("/desk", HttpStatusCode.Redirect);
        await me.Page("/desk");
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36",
        "Chromium on Linux"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Firefox on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData("curl/8.14", "A browser that does not say what it is")]
    public void A_browser_is_named_in_plain_words(string userAgent, string name) =>
        DeviceName.Of(userAgent, new Words(ShowAccount.Strings, "en")).ShouldBe(name);

    internal static async Task<Colleague> SignedIn(OnRecordApp app, StaffMember staff, string secret)
    {
        var visitor = app.Stranger();
        await visitor.TryPassword(staff.Email, Doorstep.Password);
        (await visitor.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).ShouldLeadTo("/desk");
        return visitor;
    }

    private static async Task<Guid> AddPasskey(OnRecordApp app, Guid staff)
    {
        var passkey = new StaffPasskey
        {
            Id = Guid.CreateVersion7(),
            StaffId = staff,
            CredentialId = Guid.CreateVersion7().ToByteArray(),
            PublicKey = [1],
            Name = "Laptop",
            AddedAt = app.Clock.GetUtcNow(),
            SignCount = 0,
            Transports = "internal",
            IsBackupEligible = false,
            IsBackedUp = false,
        };
        await app.InDatabase(db =>
        {
            db.Add(passkey);
            return db.SaveChangesAsync();
        });
        return passkey.Id;
    }
}
