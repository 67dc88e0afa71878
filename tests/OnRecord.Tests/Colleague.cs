using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;

namespace OnRecord.Tests;

/// <summary>Somebody of the newsroom at a browser of their own: cookies kept, redirects told and not followed.</summary>
internal sealed partial class Colleague(HttpClient http, StaffMember staff) : IDisposable
{
    public StaffMember Staff => staff;

    public Guid Id => staff.Id;

    public HttpClient Http => http;

    public static async Task<Colleague> SignIn(
        OnRecordApp app,
        TestServer server,
        Roles roles,
        string name,
        string language
    )
    {
        var staff = Member(roles, name, language, app.Clock.GetUtcNow());
        await using var scope = app.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<StaffSessions>();
        var session = sessions.Open(staff, "a test", "127.0.0.1");
        await app.InDatabase(async db =>
        {
            db.AddRange(staff, session);
            return await db.SaveChangesAsync();
        });
        return new Colleague(Browser(server, $"{StaffSessions.Cookie}={sessions.Sealed(session.Id)}"), staff);
    }

    /// <summary>A browser of somebody who is not signed in.</summary>
    public static Colleague Stranger(OnRecordApp app, TestServer server) =>
        new(Browser(server, null), Member(Roles.None, "Nobody", "en", app.Clock.GetUtcNow()));

    public static StaffMember Member(Roles roles, string name, string language, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new StaffMember
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
    }

    public async Task<string> Page(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await http.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, $"{path} {page}");
        return page;
    }

    /// <summary>Sends a form as the desk's pages do, with the token of one of them.</summary>
    /// <param name="from">The page the form stands on.</param>
    public async Task<HttpResponseMessage> Post(
        string path,
        IEnumerable<(string Name, string Value)> fields,
        string from = "/desk"
    )
    {
        var token = await Token(from);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                fields
                    .Append(("__RequestVerificationToken", token))
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            ),
        };
        request.Headers.Accept.ParseAdd("text/html");
        return await http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body, string from = "/desk")
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Add("RequestVerificationToken", await Token(from));
        return await http.SendAsync(request);
    }

    public async Task<string> Token(string from = "/desk") => TokenField().Match(await Page(from)).Groups[1].Value;

    public void Dispose() => http.Dispose();

    private static HttpClient Browser(TestServer server, string? cookie)
    {
        var jar = new CookieContainer();
        var site = new Uri("https://news.example.org");
        if (cookie is not null)
            jar.SetCookies(site, $"{cookie}; path=/");
        return new HttpClient(new Jar(jar) { InnerHandler = server.CreateHandler() }) { BaseAddress = site };
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private sealed class Jar(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } held)
                request.Headers.Add("Cookie", held);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set)
                    cookies.SetCookies(request.RequestUri!, cookie);
            return answer;
        }
    }
}
