using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OnRecord.People.Staff;

namespace OnRecord.Journeys;

/// <summary>In, out and in again: with a passkey of a virtual authenticator, and without any script with password and code.</summary>
public class SignInJourney(Newsstand stand)
{
    private const string Password = "four crows over the weir";

    [Fact]
    public async Task The_first_owner_makes_a_passkey_and_signs_in_with_it()
    {
        await using var site = await RunningSite.Start(named: true);
        await using var owner = await stand.Reader(site: site);
        await VirtualAuthenticator.Give(owner);
        await NameOwner(site, owner);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await owner.Page.Arrives("**/desk");
        (await owner.Page.Locator(".who").InnerTextAsync()).ShouldBe("Agnes Thorne, owner");

        // The browser offers the passkey in the field for the address, and the virtual authenticator takes the offer at once.
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await owner.Page.Arrives("**/desk");

        // A browser that makes no such offer has the button.
        await owner.Page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await owner.Page.Arrives("**/desk");
        (await site.InDatabase(db => db.Set<StaffSession>().CountAsync())).ShouldBe(3);
        var passkey = await site.InDatabase(db => db.Set<StaffPasskey>().SingleAsync());
        passkey.UsedAt.ShouldNotBeNull();
        owner.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_password_and_code_open_the_desk()
    {
        await using var site = await RunningSite.Start(named: true);
        await using var owner = await stand.Reader(new BrowserNewContextOptions { JavaScriptEnabled = false }, site);
        await NameOwner(site, owner);
        await owner.Page.GetByLabel("New password").FillAsync(Password);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        var secret = (await owner.Page.Locator("code.secret").InnerTextAsync()).Replace(" ", "");
        await owner
            .Page.GetByLabel("Code from the app")
            .FillAsync(Totp.CodeAt(secret, TimeProvider.System.GetUtcNow()));
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "The code works" }).ClickAsync();
        (await owner.Page.Locator(".codes li").CountAsync()).ShouldBe(10);
        var recovery = await owner.Page.Locator(".codes li").First.InnerTextAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();

        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await owner.Page.GetByLabel("E-mail address").FillAsync("agnes@lowland.example");
        await owner.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with password" }).ClickAsync();
        // The app's code of this half minute is used up; that is what recovery codes are for.
        await owner.Page.GetByLabel("Code").FillAsync(recovery);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await owner.Page.Arrives("**/desk");
        owner.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Under_a_number_the_door_says_where_passkeys_fit()
    {
        await using var site = await RunningSite.Start();
        await using var visitor = await stand.Reader(site: site);
        await visitor.Open("/desk/sign-in");
        (await visitor.Page.Locator("form.passkey").InnerTextAsync()).ShouldContain(
            "https://news.example.org/desk/sign-in"
        );
        (await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "passkey" }).CountAsync()).ShouldBe(0);
        visitor.Troubles.ShouldBeEmpty();
    }

    private static async Task NameOwner(RunningSite site, Reader reader)
    {
        var path = await site.InDatabase(db => FirstOwner.MakePath(db, TimeProvider.System));
        await reader.Open(path.ShouldNotBeNull());
        await reader.Page.GetByLabel("Name").FillAsync("Agnes Thorne");
        await reader.Page.GetByLabel("E-mail address").FillAsync("agnes@lowland.example");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await reader.Page.Arrives("**/desk/welcome/**");
    }
}
