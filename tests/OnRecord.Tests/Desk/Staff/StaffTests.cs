using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Tests.Desk.Account;
using OnRecord.Tests.Desk.Entrance;

namespace OnRecord.Tests.Desk.Staff;

public class StaffTests
{
    private const string Path = "/desk/staff";

    [Fact]
    public async Task An_invitation_goes_by_mail_and_is_shown_once()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        var page = await Invite(owner);
        var link = Doorstep.LinkIn(page);
        Doorstep.LinkIn(await app.NewestMail()).ShouldBe(link);
        var staff = await app.Staff("tom@lowland.example");
        (await owner.Page($"{Path}/{staff.Id}")).ShouldNotContain("/desk/welcome/");
        using var visitor = app.Stranger();
        (await visitor.Page(link)).ShouldContain("Welcome, Tom Brandt");
        (await owner.Page(Path)).ShouldContain("invited");
    }

    [Fact]
    public async Task A_second_invitation_voids_the_first_and_withdrawing_voids_both()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        var first = Doorstep.LinkIn(await Invite(owner));
        var id = (await app.Staff("tom@lowland.example")).Id;
        var second = Doorstep.LinkIn(
            await (await owner.Post($"{Path}/{id}/invitation", [], from: Path)).Text(HttpStatusCode.OK)
        );
        using var visitor = app.Stranger();
        await visitor.Page(first, HttpStatusCode.NotFound);
        await visitor.Page(second);
        (await owner.Post($"{Path}/{id}/withdraw", [], from: Path)).ShouldLeadTo("/desk/staff?done=Saved");
        await visitor.Page(second, HttpStatusCode.NotFound);
        (await app.InDatabase(db => db.Set<StaffMember>().CountAsync())).ShouldBe(1);
        (await app.Acts()).ShouldBe(["staff.invited", "staff.invitedAgain", "staff.withdrawn"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_address_is_invited_once()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner);
        await Invite(owner);
        (
            await (
                await owner.Post(
                    Path,
                    [("name", "Tom"), ("email", "TOM@lowland.example"), ("roles", "Editor")],
                    from: Path
                )
            ).Text(HttpStatusCode.UnprocessableEntity)
        ).ShouldContain("has an account already");
        (
            await (await owner.Post(Path, [("name", "Tom"), ("email", "t@lowland.example")], from: Path)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("at least one role");
    }

    [Fact]
    public async Task Whoever_is_locked_out_is_out_at_once_and_may_be_let_in_again()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        using var reporter = await app.Colleague(Roles.Reporter);
        await reporter.Page("/desk");
        (await owner.Post($"{Path}/{reporter.Id}/lock-out", [], from: Path)).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        await reporter.Page("/desk", HttpStatusCode.Redirect);
        await owner.Post($"{Path}/{reporter.Id}/let-in", [], from: Path);
        (await app.Staff(reporter.Staff.Email)).LockedOutAt.ShouldBeNull();
        await reporter.Page("/desk", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_newsroom_keeps_an_owner()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        (
            await (await owner.Post($"{Path}/{owner.Id}/lock-out", [], from: Path)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("only owner");
        (
            await (await owner.Post($"{Path}/{owner.Id}/roles", [("roles", "Editor")], from: Path)).Text(
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldContain("only owner");
        using var second = await app.Colleague(Roles.Owner, "Tom Brandt");
        (
            await owner.Post($"{Path}/{owner.Id}/roles", [("roles", "Editor"), ("roles", "Legal")], from: Path)
        ).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await app.Staff(owner.Staff.Email)).Roles.ShouldBe(Roles.Editor | Roles.Legal);
        await owner.Page(Path, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_reset_goes_by_mail_only_and_sets_a_new_second_step()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        var (staff, old) = await app.WithPassword();
        (await owner.Post($"{Path}/{staff.Id}/reset", [], from: Path)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var link = Doorstep.LinkIn(await app.NewestMail());
        using (var still = await AccountTests.SignedIn(app, staff, old))
            await still.Page("/desk");
        using var visitor = app.Stranger();
        var page = await (
            await visitor.Post($"{link}/password", [("password", "a heron stands on one leg")], from: link)
        ).Text(HttpStatusCode.OK);
        var code = Totp.CodeAt(Doorstep.SecretIn(page), app.Clock.GetUtcNow());
        await (
            await visitor.Post($"{link}/code", [("code", code), ("sealed", Doorstep.SealedIn(page))], from: link)
        ).Text(HttpStatusCode.OK);
        await visitor.Page("/desk");
    }

    [Fact]
    public async Task A_recovery_link_for_somebody_with_codes_is_shown_since_it_asks_for_one()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        var (staff, _) = await app.WithPassword();
        Doorstep
            .LinkIn(await (await owner.Post($"{Path}/{staff.Id}/recovery", [], from: Path)).Text(HttpStatusCode.OK))
            .ShouldStartWith("/desk/welcome/");
        using var passkeyOnly = await app.Colleague(Roles.Reporter, "Tom Brandt");
        (await owner.Post($"{Path}/{passkeyOnly.Id}/recovery", [], from: Path)).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
    }

    private static async Task<string> Invite(Colleague owner) =>
        await (
            await owner.Post(
                Path,
                [
                    ("name", "Tom Brandt"),
                    ("email", "tom@lowland.example"),
                    ("roles", "Editor"),
                    ("roles", "Legal"),
                    ("language", "en"),
                ],
                from: Path
            )
        ).Text(HttpStatusCode.OK);
}
