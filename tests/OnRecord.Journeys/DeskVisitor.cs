using Microsoft.Playwright;
using OnRecord.People.Staff;
using OnRecord.Stories;

namespace OnRecord.Journeys;

/// <summary>A colleague's browser, signed in; and what colleagues do over and over.</summary>
internal static class DeskVisitor
{
    /// <summary>Somebody new of these roles, at a browser of their own.</summary>
    public static async Task<Reader> Colleague(
        this Newsstand stand,
        RunningSite site,
        Roles roles,
        string name,
        BrowserNewContextOptions? options = null,
        string language = "en"
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7();
        var staff = new StaffMember
        {
            Id = id,
            Name = name,
            Email = $"{id:N}@example.org",
            NormalizedEmail = $"{id:N}@EXAMPLE.ORG",
            Roles = roles,
            Language = language,
            AddedAt = now,
            JoinedAt = now,
            SecurityStamp = $"{id:N}",
        };
        var cookie = await site.With<StaffSessions, string>(sessions =>
        {
            var session = sessions.Open(staff, "a journey", "127.0.0.1");
            return site.InDatabase(async db =>
            {
                db.AddRange(staff, session);
                await db.SaveChangesAsync();
                return sessions.Sealed(session.Id);
            });
        });
        var reader = await stand.Reader(options, site);
        await reader.Context.AddCookiesAsync([
            new Cookie
            {
                Name = StaffSessions.Cookie,
                Value = cookie,
                Url = site.Root.AbsoluteUri,
            },
        ]);
        return reader;
    }

    public static Task<Guid> Section(this RunningSite site, string name) =>
        site.InDatabase(async db =>
        {
            var section = await Stories.Section.Named(db, name);
            await db.SaveChangesAsync();
            return section.Id;
        });

    /// <summary>Begins a story at the desk and opens it for writing.</summary>
    /// <returns>Its path at the desk.</returns>
    public static async Task<string> BeginStory(this Reader who, string headline)
    {
        await who.Open("/desk/stories/new");
        await who.Page.GetByLabel("Working headline").FillAsync(headline);
        await who.Page.GetByRole(AriaRole.Button, new() { Name = "Start writing" }).ClickAsync();
        await who.Page.Arrives("**/desk/stories/*");
        await who.Writing();
        return new Uri(who.Page.Url).AbsolutePath;
    }

    public static ILocator Text(this Reader who) => who.Page.Locator("story-editor .ProseMirror").First;

    public static ILocator Status(this Reader who) => who.Page.Locator("story-editor .saved");

    /// <summary>Waits until the text can be written in.</summary>
    public static Task Writing(this Reader who) =>
        Assertions.Expect(who.Text()).ToHaveAttributeAsync("contenteditable", "true");

    /// <summary>Writes at the end of the text.</summary>
    public static async Task Write(this Reader who, string words)
    {
        await who.Text().ClickAsync();
        await who.Page.Keyboard.PressAsync("Control+End");
        await who.Page.Keyboard.TypeAsync(words);
    }

    /// <summary>Waits until the server has every word.</summary>
    public static async Task Saved(this Reader who)
    {
        (await who.Page.EvaluateAsync<bool>("() => document.querySelector('story-editor').flush()")).ShouldBeTrue();
        await Assertions.Expect(who.Status()).ToContainTextAsync("Saved");
    }

    public static async Task Press(this Reader who, string button)
    {
        await who.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await who.Page.WaitForLoadStateAsync();
    }

    public static async Task Follow(this Reader who, string link) =>
        await who.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
}

/// <summary>The machine's clock, moved on.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
