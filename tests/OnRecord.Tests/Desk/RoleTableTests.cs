using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;

namespace OnRecord.Tests.Desk;

/// <summary>Every route of the desk against every role. A new route without a row here fails.</summary>
public class RoleTableTests
{
    private const string Id = "0195c0de-0000-7000-8000-000000000001";

    /// <summary>Method, route, and the permission it asks for; null for those that answer anyone.</summary>
    private static readonly (string Method, string Route, Permission? Asks)[] Table =
    [
        ("GET", "/desk/", Permission.EnterDesk),
        // Entrance
        ("GET", "/desk/sign-in", null),
        ("POST", "/desk/sign-in", null),
        ("GET", "/desk/sign-in/code", null),
        ("POST", "/desk/sign-in/code", null),
        ("POST", "/desk/sign-in/passkey/options", null),
        ("POST", "/desk/sign-in/passkey", null),
        ("POST", "/desk/sign-out", null),
        ("GET", "/desk/recover", null),
        ("POST", "/desk/recover", null),
        ("GET", "/desk/set-up/{secret}", null),
        ("POST", "/desk/set-up/{secret}", null),
        ("GET", "/desk/welcome/{secret}", null),
        ("POST", "/desk/welcome/{secret}/passkey/options", null),
        ("POST", "/desk/welcome/{secret}/passkey", null),
        ("POST", "/desk/welcome/{secret}/password", null),
        ("POST", "/desk/welcome/{secret}/code", null),
        // Account
        ("GET", "/desk/account/", Permission.EnterDesk),
        ("POST", "/desk/account/", Permission.EnterDesk),
        ("POST", "/desk/account/password", Permission.EnterDesk),
        ("POST", "/desk/account/password/remove", Permission.EnterDesk),
        ("POST", "/desk/account/code/begin", Permission.EnterDesk),
        ("POST", "/desk/account/code", Permission.EnterDesk),
        ("POST", "/desk/account/recovery-codes", Permission.EnterDesk),
        ("POST", "/desk/account/passkeys/options", Permission.EnterDesk),
        ("POST", "/desk/account/passkeys", Permission.EnterDesk),
        ("POST", "/desk/account/passkeys/{id:guid}/name", Permission.EnterDesk),
        ("POST", "/desk/account/passkeys/{id:guid}/remove", Permission.EnterDesk),
        ("POST", "/desk/account/sessions/{id:guid}/end", Permission.EnterDesk),
        ("POST", "/desk/account/sessions/end-others", Permission.EnterDesk),
        // Stories
        ("GET", "/desk/stories", Permission.SeeStories),
        ("GET", "/desk/stories/new", Permission.WriteStories),
        ("POST", "/desk/stories/new", Permission.WriteStories),
        ("POST", "/desk/stories/views", Permission.SeeStories),
        ("POST", "/desk/stories/views/{id:guid}/remove", Permission.SeeStories),
        ("GET", "/desk/calendar", Permission.SeeStories),
        ("GET", "/desk/stories/{id:guid}/", Permission.SeeStories),
        ("PUT", "/desk/stories/{id:guid}/draft", Permission.SeeStories),
        ("GET", "/desk/stories/{id:guid}/draft", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/hold", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/comments", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/comments/{thread}/resolve", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/comments/{thread}/reopen", Permission.SeeStories),
        ("GET", "/desk/sources/find", Permission.SeeStories),
        ("GET", "/desk/stories/{id:guid}/ledger/", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/ledger/find", Permission.SeeStories),
        ("PUT", "/desk/stories/{id:guid}/ledger/{entry:guid}", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/ledger/{entry:guid}/accept", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/ledger/{entry:guid}/refuse", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/ledger/sources/{source:guid}/approve", Permission.EditStories),
        ("POST", "/desk/stories/{id:guid}/state", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/assignment", Permission.EditStories),
        ("POST", "/desk/stories/{id:guid}/links", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/links/{link:guid}/end", Permission.SeeStories),
        ("GET", "/desk/stories/{id:guid}/preview", Permission.SeeStories),
        ("GET", "/desk/stories/{id:guid}/publish", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/publish", Permission.PublishStories),
        ("POST", "/desk/stories/{id:guid}/withdraw", Permission.PublishStories),
        ("POST", "/desk/stories/{id:guid}/address", Permission.PublishStories),
        ("GET", "/desk/stories/{id:guid}/remove", Permission.PublishStories),
        ("POST", "/desk/stories/{id:guid}/remove", Permission.PublishStories),
        ("GET", "/desk/stories/{id:guid}/history", Permission.SeeStories),
        ("GET", "/desk/stories/{id:guid}/drafts/{revision:int}", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/drafts/{revision:int}/restore", Permission.WriteStories),
        // Saved copies
        ("GET", "/desk/stories/{id:guid}/ledger/{entry:guid}/copies", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/ledger/{entry:guid}/copies", Permission.SeeStories),
        ("GET", "/desk/sources/{id:guid}/copies", Permission.SeeStories),
        ("POST", "/desk/sources/{id:guid}/copies", Permission.WriteStories),
        ("GET", "/desk/copies/{copy:guid}", Permission.SeeStories),
        ("GET", "/desk/copies/{copy:guid}/file", Permission.SeeStories),
        ("GET", "/desk/copies/{copy:guid}/warc", Permission.SeeStories),
        ("POST", "/desk/copies/{copy:guid}/public", Permission.SeeStories),
        ("POST", "/desk/copies/{copy:guid}/private", Permission.SeeStories),
        ("POST", "/desk/copies/{copy:guid}/remove", Permission.SeeStories),
        // Who a source is that is not named
        ("GET", "/desk/sources/{id:guid}/identity/", Permission.EditStories),
        ("POST", "/desk/sources/{id:guid}/identity/", Permission.EditStories),
        ("POST", "/desk/sources/{id:guid}/identity/open", Permission.EditStories),
        ("POST", "/desk/sources/{id:guid}/identity/give", Permission.EditStories),
        ("POST", "/desk/sources/{id:guid}/identity/take", Permission.EditStories),
        ("POST", "/desk/sources/{id:guid}/identity/forget", Permission.EditStories),
        // The public record
        ("GET", "/desk/record", Permission.EnterDesk),
        // Pictures
        ("GET", "/desk/pictures", Permission.SeePictures),
        ("POST", "/desk/pictures", Permission.AddPictures),
        ("GET", "/desk/pictures.json", Permission.SeePictures),
        ("POST", "/desk/pictures.json", Permission.AddPictures),
        ("GET", "/desk/pictures/{sha256}", Permission.SeePictures),
        ("POST", "/desk/pictures/{sha256}", Permission.AddPictures),
        ("POST", "/desk/pictures/{sha256}/delete", Permission.DeletePictures),
        // What readers report
        ("GET", "/desk/reports", Permission.SeeStories),
        ("GET", "/desk/reports/{id:guid}", Permission.SeeStories),
        ("POST", "/desk/reports/{id:guid}", Permission.EditStories),
        // Comments
        ("GET", "/desk/comments", Permission.ModerateComments),
        ("POST", "/desk/comments", Permission.ModerateComments),
        ("GET", "/desk/comments/{id:guid}", Permission.ModerateComments),
        ("POST", "/desk/comments/{id:guid}/answer", Permission.ModerateComments),
        ("POST", "/desk/comments/{id:guid}/like", Permission.ModerateComments),
        ("GET", "/desk/comments/appeals", Permission.ModerateComments),
        ("POST", "/desk/comments/appeals/{id:guid}", Permission.ModerateComments),
        ("GET", "/desk/comments/numbers", Permission.ModerateComments),
        ("GET", "/desk/comments/numbers.csv", Permission.ModerateComments),
        ("GET", "/desk/comments/numbers.json", Permission.ModerateComments),
        ("GET", "/desk/comments/settings", Permission.ArrangeSite),
        ("POST", "/desk/comments/settings", Permission.ArrangeSite),
        ("GET", "/desk/comments/story/{id:guid}", Permission.ModerateComments),
        ("POST", "/desk/comments/story/{id:guid}", Permission.ModerateComments),
        ("POST", "/desk/comments/story/{id:guid}/say", Permission.ModerateComments),
        ("GET", "/desk/commenters/{id:guid}", Permission.ModerateComments),
        ("POST", "/desk/commenters/{id:guid}", Permission.ModerateComments),
        ("POST", "/desk/commenters/{id:guid}/notes", Permission.ModerateComments),
        ("POST", "/desk/commenters/{id:guid}/address", Permission.ModerateComments),
        // Sources
        ("GET", "/desk/sources/", Permission.SeeStories),
        ("GET", "/desk/sources/overview", Permission.SeeStories),
        ("GET", "/desk/sources/new", Permission.WriteStories),
        ("POST", "/desk/sources/new", Permission.WriteStories),
        ("GET", "/desk/sources/{id:guid}", Permission.SeeStories),
        ("POST", "/desk/sources/{id:guid}", Permission.WriteStories),
        ("GET", "/desk/sources/{id:guid}/merge", Permission.EditStories),
        ("POST", "/desk/sources/{id:guid}/merge", Permission.EditStories),
        ("GET", "/desk/stories/{id:guid}/sources/", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/sources/find", Permission.WriteStories),
        ("POST", "/desk/stories/{id:guid}/sources/shown", Permission.WriteStories),
        ("GET", "/desk/stories/{id:guid}/sources/{entry:guid}", Permission.SeeStories),
        ("POST", "/desk/stories/{id:guid}/sources/{entry:guid}", Permission.WriteStories),
        ("POST", "/desk/stories/{id:guid}/sources/{entry:guid}/accept", Permission.WriteStories),
        ("POST", "/desk/stories/{id:guid}/sources/{entry:guid}/refuse", Permission.WriteStories),
        ("POST", "/desk/stories/{id:guid}/sources/unnamed/{source:guid}/agree", Permission.EditStories),
        ("POST", "/desk/stories/{id:guid}/sources/unnamed/{source:guid}/ask", Permission.WriteStories),
        ("GET", "/desk/site/machines", Permission.RunNewsroom),
        ("POST", "/desk/site/machines", Permission.RunNewsroom),
        ("GET", "/desk/site/sources", Permission.RunNewsroom),
        ("POST", "/desk/site/sources", Permission.RunNewsroom),
        // The front
        ("GET", "/desk/front", Permission.PublishStories),
        ("POST", "/desk/front", Permission.PublishStories),
        ("POST", "/desk/front/preview", Permission.PublishStories),
        // Site
        ("GET", "/desk/site/", Permission.ArrangeSite),
        ("POST", "/desk/site/", Permission.RunNewsroom),
        ("GET", "/desk/site/look", Permission.RunNewsroom),
        ("POST", "/desk/site/look", Permission.RunNewsroom),
        ("GET", "/desk/site/look/preview.css", Permission.RunNewsroom),
        ("GET", "/desk/site/sections/", Permission.ArrangeSite),
        ("POST", "/desk/site/sections/", Permission.ArrangeSite),
        ("GET", "/desk/site/sections/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/sections/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/sections/order", Permission.ArrangeSite),
        ("POST", "/desk/site/sections/{id:guid}/delete", Permission.ArrangeSite),
        ("GET", "/desk/site/topics/", Permission.ArrangeSite),
        ("POST", "/desk/site/topics/", Permission.ArrangeSite),
        ("GET", "/desk/site/topics/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/topics/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/topics/{id:guid}/merge", Permission.ArrangeSite),
        ("GET", "/desk/site/people/", Permission.ArrangeSite),
        ("POST", "/desk/site/people/", Permission.ArrangeSite),
        ("GET", "/desk/site/people/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/people/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/people/{id:guid}/merge", Permission.ArrangeSite),
        ("GET", "/desk/site/menus/", Permission.ArrangeSite),
        ("POST", "/desk/site/menus/", Permission.ArrangeSite),
        ("GET", "/desk/site/menus/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/menus/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/menus/order", Permission.ArrangeSite),
        ("POST", "/desk/site/menus/{id:guid}/delete", Permission.ArrangeSite),
        ("GET", "/desk/site/policies/", Permission.ArrangeSite),
        ("POST", "/desk/site/policies/", Permission.ArrangeSite),
        ("GET", "/desk/site/policies/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/policies/{id:guid}", Permission.ArrangeSite),
        ("POST", "/desk/site/policies/order", Permission.ArrangeSite),
        ("POST", "/desk/site/policies/{id:guid}/withdraw", Permission.ArrangeSite),
        // Notices
        ("GET", "/desk/notices", Permission.EnterDesk),
        ("GET", "/desk/notices/{id:guid}", Permission.EnterDesk),
        ("POST", "/desk/notices/{id:guid}/read", Permission.EnterDesk),
        ("POST", "/desk/notices/read", Permission.EnterDesk),
        // Staff
        ("GET", "/desk/staff/", Permission.ManageStaff),
        ("POST", "/desk/staff/", Permission.ManageStaff),
        ("GET", "/desk/staff/{id:guid}", Permission.ManageStaff),
        ("POST", "/desk/staff/{id:guid}/roles", Permission.ManageStaff),
        ("POST", "/desk/staff/{id:guid}/lock-out", Permission.ManageStaff),
        ("POST", "/desk/staff/{id:guid}/let-in", Permission.ManageStaff),
        ("POST", "/desk/staff/{id:guid}/invitation", Permission.ManageStaff),
        ("POST", "/desk/staff/{id:guid}/withdraw", Permission.ManageStaff),
        ("POST", "/desk/staff/{id:guid}/recovery", Permission.ManageStaff),
        ("POST", "/desk/staff/{id:guid}/reset", Permission.ManageStaff),
        // Audit log
        ("GET", "/desk/audit", Permission.ReadAuditLog),
        ("GET", "/desk/audit/export.csv", Permission.ReadAuditLog),
        ("GET", "/desk/audit/export.jsonl", Permission.ReadAuditLog),
    ];

    /// <summary>Which role holds which permission, written out once more, so that a slip in the code's own table is seen.</summary>
    private static readonly Dictionary<Permission, Roles> Holders = new()
    {
        [Permission.EnterDesk] =
            Roles.Reporter | Roles.Editor | Roles.Legal | Roles.Moderator | Roles.Fundraiser | Roles.Owner,
        [Permission.SeeStories] = Roles.Reporter | Roles.Editor | Roles.Legal | Roles.Owner,
        [Permission.WriteStories] = Roles.Reporter | Roles.Editor | Roles.Owner,
        [Permission.EditStories] = Roles.Editor | Roles.Owner,
        [Permission.ReviewLaw] = Roles.Legal | Roles.Owner,
        [Permission.PublishStories] = Roles.Editor | Roles.Owner,
        [Permission.SeePictures] = Roles.Reporter | Roles.Editor | Roles.Legal | Roles.Owner,
        [Permission.AddPictures] = Roles.Reporter | Roles.Editor | Roles.Owner,
        [Permission.DeletePictures] = Roles.Editor | Roles.Owner,
        [Permission.ArrangeSite] = Roles.Editor | Roles.Owner,
        [Permission.RunNewsroom] = Roles.Owner,
        [Permission.ManageStaff] = Roles.Owner,
        [Permission.ReadAuditLog] = Roles.Legal | Roles.Owner,
        [Permission.ModerateComments] = Roles.Moderator | Roles.Editor | Roles.Owner,
    };

    [Fact]
    public void Every_permission_belongs_to_the_roles_that_are_written_here()
    {
        Enum.GetValues<Permission>().ShouldBe(Holders.Keys, ignoreOrder: true);
        foreach (var (permission, holders) in Holders)
        foreach (var role in RolePermissions.All)
            role.May(permission).ShouldBe(holders.HasFlag(role), $"{role}, {permission}");
        Roles.None.May(Permission.EnterDesk).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_route_of_the_desk_has_its_row()
    {
        await using var app = await OnRecordApp.Start();
        var routes = RoutesOf(app);
        routes.Where(route => !route.HasEntry).Select(route => $"{route.Method} {route.Pattern}").ShouldBeEmpty();
        routes
            .Select(route => $"{route.Method} {route.Pattern}")
            .ShouldBe(Table.Select(row => $"{row.Method} {row.Route}"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Reporter")]
    [InlineData("Editor")]
    [InlineData("Legal")]
    [InlineData("Moderator")]
    [InlineData("Fundraiser")]
    [InlineData("Owner")]
    public async Task Each_role_gets_what_its_row_says_and_nothing_else(string name)
    {
        var role = Enum.Parse<Roles>(name);
        await using var app = await OnRecordApp.Start();
        var json = RoutesOf(app).Where(route => route.TakesJson).Select(route => route.Pattern).ToHashSet();
        foreach (var (method, route, asks) in Table)
        {
            using var who = role == Roles.None ? app.Stranger() : await app.Colleague(role);
            var token = await who.Token(role == Roles.None ? StaffDoor.SignInPath : "/desk");
            using var request = Request(method, route, json.Contains(route));
            request.Headers.Add("RequestVerificationToken", token);
            request.Headers.Accept.ParseAdd("text/html");
            using var answer = await who.Http.SendAsync(request);
            var allowed = asks is not { } permission || Holders[permission].HasFlag(role) && role != Roles.None;
            IsRefusal(answer).ShouldBe(!allowed, $"{role}: {method} {route} was answered {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_is_changed_without_a_token_of_ours()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner);
        foreach (var (method, route, json) in Unsafe(app))
        {
            using var request = Request(method, route, json);
            (await owner.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{method} {route}");
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task Nothing_is_changed_from_elsewhere_even_with_a_token(string header, string value)
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner);
        var token = await owner.Token();
        foreach (var (method, route, json) in Unsafe(app))
        {
            using var request = Request(method, route, json);
            request.Headers.Add("RequestVerificationToken", token);
            request.Headers.Add(header, value);
            (await owner.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{method} {route}");
        }
    }

    private static IEnumerable<(string Method, string Route, bool Json)> Unsafe(OnRecordApp app) =>
        RoutesOf(app)
            .Where(route => route.Method is not ("GET" or "HEAD"))
            .Select(route => (route.Method, route.Pattern, route.TakesJson));

    private static List<DeskRoute> RoutesOf(OnRecordApp app) =>
        [
            .. app
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(route => route.RoutePattern.RawText!.StartsWith("/desk", StringComparison.Ordinal))
                .SelectMany(route =>
                    route
                        .Metadata.GetMetadata<IHttpMethodMetadata>()!
                        .HttpMethods.Select(method => new DeskRoute(
                            method,
                            route.RoutePattern.RawText!,
                            route.Metadata.GetMetadata<Entry>() is not null,
                            route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json")
                                == true
                        ))
                ),
        ];

    private static HttpRequestMessage Request(string method, string route, bool json)
    {
        var path = Regex.Replace(route, @"\{[^}:]*:guid\}", Id);
        path = Regex.Replace(path, @"\{[^}:]*:int\}", "1");
        path = Regex.Replace(path, @"\{[^}]*\}", "nothing");
        return new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content =
                method is "GET" or "HEAD" ? null
                : json ? JsonContent.Create(new { })
                : new FormUrlEncodedContent([KeyValuePair.Create("nothing", "nothing")]),
        };
    }

    // A route that lets one in may still find nothing (404), or nothing in what was sent (400, 415, 422).
    private static bool IsRefusal(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (
            answer.StatusCode == HttpStatusCode.Redirect
            && answer.Headers.Location!.ToString().StartsWith($"{StaffDoor.SignInPath}?to=", StringComparison.Ordinal)
        );

    /// <param name="HasEntry">Whether it says what it asks of who calls it.</param>
    private sealed record DeskRoute(string Method, string Pattern, bool HasEntry, bool TakesJson);
}
