using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;

namespace OnRecord.Tests.Desk.Entrance;

public class SignInTests
{
    [Fact]
    public async Task Password_and_code_lead_where_one_wanted_to_go()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var visitor = app.Stranger();
        (await visitor.TryPassword(staff.Email, Doorstep.Password, "/desk/notices?page=2")).ShouldLeadTo(
            "/desk/sign-in/code"
        );
        (await visitor.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).ShouldLeadTo("/desk/notices?page=2");
        (await visitor.Page("/desk")).ShouldContain("Ines Okafor");
        (await app.Acts()).ShouldBe(["session.began"]);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, _) = await app.WithPassword();
        using var visitor = app.Stranger();
        await visitor.TryPassword(staff.Email, Doorstep.Password);
        await visitor.Page("/desk/account", HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/desk")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/desk/../admin")]
    [InlineData("/deskelsewhere")]
    [InlineData("/desk/sign-in")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_out_of_the_desk(string to)
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var visitor = app.Stranger();
        await visitor.TryPassword(staff.Email, Doorstep.Password, to);
        (await visitor.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).ShouldLeadTo("/desk");
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, _) = await app.WithPassword();
        using var visitor = app.Stranger();
        var wrong = await (await visitor.TryPassword(staff.Email, "not the password at all")).Text(
            HttpStatusCode.UnprocessableEntity
        );
        var unknown = await (await visitor.TryPassword("nobody@lowland.example", "not the password at all")).Text(
            HttpStatusCode.UnprocessableEntity
        );
        Plain(unknown, "nobody@lowland.example").ShouldBe(Plain(wrong, staff.Email));
    }

    [Fact]
    public async Task A_code_opens_once()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        var code = Totp.CodeAt(secret, app.Clock.GetUtcNow());
        using (var first = app.Stranger())
        {
            await first.TryPassword(staff.Email, Doorstep.Password);
            (await first.TryCode(code)).ShouldLeadTo("/desk");
        }
        using var second = app.Stranger();
        await second.TryPassword(staff.Email, Doorstep.Password);
        (await (await second.TryCode(code)).Text(HttpStatusCode.UnprocessableEntity)).ShouldContain("used before");
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        (await second.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).ShouldLeadTo("/desk");
    }

    [Fact]
    public async Task A_code_from_before_the_last_one_is_too_old()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        var earlier = Totp.CodeAt(secret, app.Clock.GetUtcNow());
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        using (var first = app.Stranger())
        {
            await first.TryPassword(staff.Email, Doorstep.Password);
            (await first.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).ShouldLeadTo("/desk");
        }
        using var second = app.Stranger();
        await second.TryPassword(staff.Email, Doorstep.Password);
        (await second.TryCode(earlier)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Five_wrong_passwords_make_the_account_wait_longer_and_longer()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var visitor = app.Stranger();
        for (var tries = 1; tries <= 4; tries++)
            (
                await (await visitor.TryPassword(staff.Email, "wrong and wrong again")).Text(
                    HttpStatusCode.UnprocessableEntity
                )
            ).ShouldNotContain("too many");
        (
            await (await visitor.TryPassword(staff.Email, "wrong and wrong again")).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("Try again in 1 minute.");
        await (await visitor.TryPassword(staff.Email, Doorstep.Password)).Text(HttpStatusCode.TooManyRequests);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        (
            await (await visitor.TryPassword(staff.Email, "wrong and wrong again")).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("Try again in 2 minutes.");
        app.Clock.Advance(TimeSpan.FromSeconds(121));
        (await visitor.TryPassword(staff.Email, Doorstep.Password)).ShouldLeadTo("/desk/sign-in/code");
        (await visitor.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).ShouldLeadTo("/desk");
        (await app.Acts()).ShouldBe(["signIn.throttled", "signIn.throttled", "session.began"]);
        (await app.InDatabase(db => db.Set<SignInAttempt>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Wrong_codes_count_as_wrong_passwords_do()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var visitor = app.Stranger();
        await visitor.TryPassword(staff.Email, Doorstep.Password);
        for (var tries = 1; tries <= 5; tries++)
            await visitor.TryCode("000000");
        await (await visitor.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()))).Text(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Twenty_tries_from_one_address_are_enough_whosever_account_they_try()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, _) = await app.WithPassword();
        using var visitor = app.Stranger();
        for (var tries = 0; tries < 20; tries++)
            await visitor.TryPassword($"somebody{tries}@lowland.example", "wrong and wrong again");
        await (await visitor.TryPassword(staff.Email, Doorstep.Password)).Text(HttpStatusCode.TooManyRequests);
        app.Clock.Advance(TimeSpan.FromMinutes(15.1));
        (await visitor.TryPassword(staff.Email, Doorstep.Password)).ShouldLeadTo("/desk/sign-in/code");
    }

    [Fact]
    public async Task Wrong_passwords_of_others_do_not_hold_up_a_passkey()
    {
        await using var app = await OnRecordApp.Start();
        using var visitor = app.Stranger();
        for (var tries = 0; tries < 20; tries++)
            await visitor.TryPassword($"somebody{tries}@lowland.example", "wrong and wrong again");
        (await visitor.TryPassword("ines@lowland.example", "wrong and wrong again")).StatusCode.ShouldBe(
            HttpStatusCode.TooManyRequests
        );
        (await visitor.Post("/desk/sign-in/passkey", [("credential", "{}")], StaffDoor.SignInPath)).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        for (var tries = 0; tries < 19; tries++)
            await visitor.Post("/desk/sign-in/passkey", [("credential", "{}")], StaffDoor.SignInPath);
        (await visitor.Post("/desk/sign-in/passkey", [("credential", "{}")], StaffDoor.SignInPath)).StatusCode.ShouldBe(
            HttpStatusCode.TooManyRequests
        );
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, _) = await app.WithPassword();
        var codes = RecoveryCodes.Make();
        await app.InDatabase(db =>
            db.Set<StaffMember>()
                .ExecuteUpdateAsync(row => row.SetProperty(member => member.RecoveryCodes, RecoveryCodes.Kept(codes)))
        );
        foreach (var status in new[] { HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity })
        {
            using var visitor = app.Stranger();
            await visitor.TryPassword(staff.Email, Doorstep.Password);
            (await visitor.TryCode(codes[3].ToUpperInvariant())).StatusCode.ShouldBe(status);
        }
        RecoveryCodes.Count((await app.Staff(staff.Email)).RecoveryCodes).ShouldBe(9);
    }

    [Fact]
    public async Task Whoever_is_locked_out_is_told_what_a_stranger_is_told()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, _) = await app.WithPassword();
        await app.InDatabase(db =>
            db.Set<StaffMember>()
                .ExecuteUpdateAsync(row => row.SetProperty(member => member.LockedOutAt, app.Clock.GetUtcNow()))
        );
        using var visitor = app.Stranger();
        (
            await (await visitor.TryPassword(staff.Email, Doorstep.Password)).Text(HttpStatusCode.UnprocessableEntity)
        ).ShouldContain("do not fit together");
    }

    [Fact]
    public async Task Whoever_signs_out_is_out()
    {
        await using var app = await OnRecordApp.Start();
        using var colleague = await app.Colleague(Roles.Reporter);
        (await colleague.Post("/desk/sign-out", [])).ShouldLeadTo("/desk/sign-in");
        await colleague.Page("/desk", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_passkey_that_nobody_has_is_refused_in_a_sentence()
    {
        await using var app = await OnRecordApp.Start();
        using var visitor = app.Stranger();
        (
            await visitor.Send(HttpMethod.Post, "/desk/sign-in/passkey/options", null, StaffDoor.SignInPath)
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        (
            await (
                await visitor.Post(
                    "/desk/sign-in/passkey",
                    [("credential", """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}""")],
                    StaffDoor.SignInPath
                )
            ).Text(HttpStatusCode.UnprocessableEntity)
        ).ShouldContain("opens no account here");
    }

    private static string Plain(string page, string email) =>
        System.Text.RegularExpressions.Regex.Replace(
            page.Replace(email, "", StringComparison.Ordinal),
            "value=\"[^\"]*\"",
            ""
        );
}
