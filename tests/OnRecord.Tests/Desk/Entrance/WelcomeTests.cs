using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;

namespace OnRecord.Tests.Desk.Entrance;

public class WelcomeTests
{
    [Fact]
    public async Task The_first_owner_comes_in_by_the_printed_address_once()
    {
        await using var app = await OnRecordApp.Start();
        var path = (await app.InDatabase(db => FirstOwner.MakePath(db, app.Clock))).ShouldNotBeNull();
        using var visitor = app.Stranger();
        var welcome = await NameOwner(visitor, path);
        var codes = await SetPassword(app, visitor, welcome);
        codes.Length.ShouldBe(10);
        (await visitor.Page("/desk")).ShouldContain("Agnes Thorne, owner");
        using var other = app.Stranger();
        await other.Page(path, HttpStatusCode.NotFound);
        await other.Page(welcome, HttpStatusCode.NotFound);
        (await app.InDatabase(db => FirstOwner.MakePath(db, app.Clock))).ShouldBeNull();
        (await app.Acts()).ShouldBe(["staff.joined", "session.began"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_new_start_makes_a_new_address_and_voids_the_old()
    {
        await using var app = await OnRecordApp.Start();
        var first = await app.InDatabase(db => FirstOwner.MakePath(db, app.Clock));
        var second = await app.InDatabase(db => FirstOwner.MakePath(db, app.Clock));
        using var visitor = app.Stranger();
        await visitor.Page(first!, HttpStatusCode.NotFound);
        await visitor.Page(second!);
        app.Clock.Advance(TimeSpan.FromHours(25));
        await visitor.Page(second!, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_secret_is_kept_nowhere()
    {
        await using var app = await OnRecordApp.Start();
        var path = await app.InDatabase(db => FirstOwner.MakePath(db, app.Clock));
        var link = await app.InDatabase(db => db.Set<StaffInvitation>().SingleAsync());
        link.SecretHash.Length.ShouldBe(64);
        path!.Split('/')[^1].Length.ShouldBe(43);
        path.ShouldNotContain(link.SecretHash);
    }

    [Fact]
    public async Task What_the_first_owner_leaves_out_is_asked_for_in_a_sentence()
    {
        await using var app = await OnRecordApp.Start();
        var path = await app.InDatabase(db => FirstOwner.MakePath(db, app.Clock));
        using var visitor = app.Stranger();
        (
            await (await visitor.Post(path!, [("name", ""), ("email", "agnes@lowland.example")], path!)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("Write the name");
        (
            await (await visitor.Post(path!, [("name", "Agnes"), ("email", "agnes at lowland")], path!)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("name@example.org");
        var welcome = await NameOwner(visitor, path!);
        (
            await (await visitor.Post($"{welcome}/password", [("password", "Agnes Thorne 1")], welcome)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("made of your name");
    }

    [Fact]
    public async Task A_wrong_code_at_set_up_changes_nothing_and_can_be_written_again()
    {
        await using var app = await OnRecordApp.Start();
        var path = await app.InDatabase(db => FirstOwner.MakePath(db, app.Clock));
        using var visitor = app.Stranger();
        var welcome = await NameOwner(visitor, path!);
        var page = await (await visitor.Post($"{welcome}/password", [("password", Doorstep.Password)], welcome)).Text(
            HttpStatusCode.OK
        );
        var again = await (
            await visitor.Post($"{welcome}/code", [("code", "000000"), ("sealed", Doorstep.SealedIn(page))], welcome)
        ).Text(HttpStatusCode.UnprocessableEntity);
        Doorstep.SecretIn(again).ShouldBe(Doorstep.SecretIn(page));
        (await app.Staff("agnes@lowland.example")).JoinedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_recovery_link_asks_the_second_step_and_ends_every_other_session()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, secret) = await app.WithPassword();
        using var elsewhere = app.Stranger();
        await elsewhere.TryPassword(staff.Email, Doorstep.Password);
        await elsewhere.TryCode(Totp.CodeAt(secret, app.Clock.GetUtcNow()));
        using var visitor = app.Stranger();
        (
            await (await visitor.Post("/desk/recover", [("email", staff.Email)], "/desk/recover")).Text(
                HttpStatusCode.OK
            )
        ).ShouldContain("If that address has an account");
        var welcome = Doorstep.LinkIn(await app.NewestMail());
        const string fresh = "a heron stands on one leg";
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(secret, app.Clock.GetUtcNow());
        (
            await (await visitor.Post($"{welcome}/password", [("password", fresh), ("code", "000000")], welcome)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("not right");
        (await visitor.Post($"{welcome}/password", [("password", fresh), ("code", code)], welcome)).ShouldLeadTo(
            "/desk"
        );
        await elsewhere.Page("/desk", HttpStatusCode.Redirect);
        await visitor.Page("/desk");
        (await app.NewestMail()).ShouldContain("recovery link");
        using var other = app.Stranger();
        await other.Page(welcome, HttpStatusCode.NotFound);
        (await other.TryPassword(staff.Email, fresh)).ShouldLeadTo("/desk/sign-in/code");
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        await using var app = await OnRecordApp.Start();
        using var visitor = app.Stranger();
        (
            await (await visitor.Post("/desk/recover", [("email", "nobody@lowland.example")], "/desk/recover")).Text(
                HttpStatusCode.OK
            )
        ).ShouldContain("If that address has an account");
        (await app.InDatabase(db => db.Set<OnRecord.Platform.Mail.OutgoingMail>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_from_the_door()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, _) = await app.WithPassword();
        using var visitor = app.Stranger();
        for (var tries = 0; tries < 8; tries++)
            await visitor.Post("/desk/recover", [("email", staff.Email)], "/desk/recover");
        (await app.InDatabase(db => db.Set<OnRecord.Platform.Mail.OutgoingMail>().CountAsync())).ShouldBe(5);
    }

    [Fact]
    public async Task The_demonstrations_door_is_not_there_in_a_newsroom()
    {
        await using var app = await OnRecordApp.Start();
        var (staff, _) = await app.WithPassword(Roles.Owner);
        var path = "";
        await app.InDatabase(async db =>
        {
            await db.Transact(async () =>
                path = await StaffLinks.Make(db, InvitationKind.Entrance, staff.Id, app.Clock.GetUtcNow())
            );
            return 0;
        });
        using var visitor = app.Stranger();
        await visitor.Page(path, HttpStatusCode.NotFound);
        await visitor.Page(path.Replace("entrance", "welcome"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_demonstrations_door_opens_once()
    {
        await using var app = await OnRecordApp.Start(change: services =>
            services.AddSingleton<OnRecord.Desk.Entrance.DemonstrationDoor>()
        );
        var (staff, _) = await app.WithPassword(Roles.Owner);
        var path = "";
        await app.InDatabase(async db =>
        {
            await db.Transact(async () =>
                path = await StaffLinks.Make(db, InvitationKind.Entrance, staff.Id, app.Clock.GetUtcNow())
            );
            return 0;
        });
        using var visitor = app.Stranger();
        (await visitor.Post(path, [], path)).ShouldLeadTo("/desk");
        await visitor.Page("/desk");
        using var other = app.Stranger();
        await other.Page(path, HttpStatusCode.NotFound);
    }

    private static async Task<string> NameOwner(Colleague visitor, string path)
    {
        var answer = await visitor.Post(
            path,
            [("name", "Agnes Thorne"), ("email", "agnes@lowland.example"), ("language", "en")],
            path
        );
        var welcome = path.Replace("set-up", "welcome");
        answer.ShouldLeadTo(welcome);
        (await visitor.Page(welcome)).ShouldContain("Welcome, Agnes Thorne");
        return welcome;
    }

    private static async Task<string[]> SetPassword(OnRecordApp app, Colleague visitor, string welcome)
    {
        var page = await (await visitor.Post($"{welcome}/password", [("password", Doorstep.Password)], welcome)).Text(
            HttpStatusCode.OK
        );
        var code = Totp.CodeAt(Doorstep.SecretIn(page), app.Clock.GetUtcNow());
        return Doorstep.CodesIn(
            await (
                await visitor.Post($"{welcome}/code", [("code", code), ("sealed", Doorstep.SealedIn(page))], welcome)
            ).Text(HttpStatusCode.OK)
        );
    }
}
