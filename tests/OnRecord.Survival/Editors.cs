using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace OnRecord.Survival;

/// <summary>Four editors at the desk who write, approve and publish as fast as it answers.</summary>
internal sealed partial class Editors : IDisposable
{
    private const int Count = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient http;
    private readonly ConcurrentDictionary<(Guid Story, int Version), bool> acknowledged = new();
    private string section = "";

    private Editors(HttpClient http) => this.http = http;

    /// <summary>What a client was told is published.</summary>
    public IReadOnlyCollection<(Guid Story, int Version)> Acknowledged => [.. acknowledged.Keys];

    public static async Task<Editors> SignIn(Server server)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
        {
            BaseAddress = server.Root,
            Timeout = Patience,
        };
        var editors = new Editors(http);
        var answer = await editors.Post(server.Entrance, server.Entrance);
        return answer == HttpStatusCode.SeeOther ? editors : throw new Lost($"The desk let nobody in: {answer}.");
    }

    /// <summary>Finds a section to file under.</summary>
    public async Task Prepare(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Sections LIMIT 1";
        section = (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Publishes until the server is gone.</summary>
    public Task Publish(LogAudit audit) =>
        Task.WhenAll([.. Enumerable.Range(0, Count).Select(_ => Work()), audit.Watch(http)]);

    /// <summary>Waits until another publication is acknowledged, so that the kill falls into the middle of several.</summary>
    public async Task Published(Task load)
    {
        var (before, since) = (acknowledged.Count, Stopwatch.GetTimestamp());
        while (acknowledged.Count == before)
        {
            if (load.IsFaulted || Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(2))
                return;
            await Task.Delay(10);
        }
    }

    /// <summary>One story after the other, written and shown, and each shown a second time.</summary>
    public async Task Work(int stories = int.MaxValue)
    {
        try
        {
            for (var done = 0; done < stories; done++)
            {
                var story = await Begin();
                await Show(story, 0, 1, "First");
                await Show(story, 1, 2, "Update");
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            // The server was killed: nobody was told anything.
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Guid> Begin()
    {
        using var answer = await Send(
            "/desk/stories/new",
            ("headline", "The ferry is back"),
            ("language", "en"),
            ("mine", "on"),
            ("write", "1")
        );
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1])
            : throw new Lost($"A story could not be begun: {answer.StatusCode}.");
    }

    private async Task Show(Guid story, int revision, int version, string kind)
    {
        await Write(story, revision, version);
        await Done($"/desk/stories/{story}/state", ("to", "Ready"), ("note", ""));
        await Done(
            $"/desk/stories/{story}/publish",
            ("kind", kind),
            ("note", version == 1 ? "" : "What the board said since."),
            ("when", "now"),
            ("at", "")
        );
        acknowledged[(story, version)] = true;
        using var proof = await http.GetAsync($"/record/proof/{story}/{version}.tlog-proof");
        if (proof.StatusCode != HttpStatusCode.OK)
            throw new Lost($"Version {version} of {story} was acknowledged and has no proof: {proof.StatusCode}.");
    }

    private async Task Write(Guid story, int revision, int version)
    {
        var draft = new
        {
            @base = revision,
            tab = $"{story}",
            content = new
            {
                headline = "The ferry is back",
                deck = (string?)null,
                language = "en",
                sectionId = section,
                byline = new[] { "Agnes Thorne" },
                topics = Array.Empty<string>(),
                lead = (object?)null,
                text = new
                {
                    type = "doc",
                    content = new[]
                    {
                        new
                        {
                            type = "paragraph",
                            content = new[]
                            {
                                new
                                {
                                    type = "text",
                                    text = $"The ferry crossed {version} times, and {story} people watched.",
                                },
                            },
                        },
                    },
                },
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/desk/stories/{story}/draft")
        {
            Content = JsonContent.Create(draft),
        };
        request.Headers.Add("RequestVerificationToken", await Token("/desk"));
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new Lost($"A draft was not saved: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task Done(string path, params (string, string)[] fields)
    {
        using var answer = await Send(path, fields);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            throw new Lost($"{path} answered {answer.StatusCode}: {Problem(await answer.Content.ReadAsStringAsync())}");
    }

    private async Task<HttpResponseMessage> Send(string path, params (string, string)[] fields)
    {
        var token = await Token("/desk");
        return await http.PostAsync(
            path,
            new FormUrlEncodedContent(
                fields
                    .Append(("__RequestVerificationToken", token))
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            )
        );
    }

    private async Task<HttpStatusCode> Post(string path, string from)
    {
        var token = await Token(from);
        using var answer = await http.PostAsync(
            path,
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])
        );
        return answer.StatusCode;
    }

    private async Task<string> Token(string page) =>
        TokenField().Match(await http.GetStringAsync(page)).Groups[1].Value;

    private static string Problem(string page) =>
        string.Join(' ', Problems().Matches(page).Select(match => match.Groups[1].Value.Trim()));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("class=\"problem[^>]*>([^<]+)<")]
    private static partial Regex Problems();
}
