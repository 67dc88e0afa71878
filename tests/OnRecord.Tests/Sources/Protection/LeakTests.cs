using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnRecord.Commands.Backups;
using OnRecord.Commands.Exports;
using OnRecord.People.Staff;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;
using OnRecord.Sources.Protection;
using OnRecord.Stories;
using OnRecord.Tests.Desk;
using static OnRecord.Tests.Sources.Protection.UnnamedSource;

namespace OnRecord.Tests.Sources.Protection;

/// <summary>The name of a protected source is planted through the real page, and then looked for everywhere.</summary>
public sealed partial class LeakTests
{
    private const string First = "Zorána";
    private const string Last = "Kvěch-Pálsdóttir";
    private const string Hidden = $"{First} {Last}";
    private const string Public = "Ottoline Brackenbury";

    private static readonly Traces Planted = new(Hidden, First, Last);
    private static readonly Traces Told = new(Public);

    [Fact]
    public void The_search_finds_a_name_however_it_is_written()
    {
        string[] written =
        [
            Hidden,
            Hidden.ToUpperInvariant(),
            "zorana kvech-palsdottir",
            $"by {WebUtility.HtmlEncode(Last)}.",
            "Zor&#xE1;na",
            "Zor\\u00e1na",
            Uri.EscapeDataString(Last),
            WebUtility.UrlEncode($"who={Hidden}"),
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Hidden)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"a{Hidden}b")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"ab{Hidden}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"abc{Hidden}cde")),
            Convert.ToBase64String(Encoding.Unicode.GetBytes($"a{Hidden}")),
        ];
        foreach (var text in written)
            Planted.In(Encoding.UTF8.GetBytes($"before {text} after")).ShouldNotBeNull(text);
        Planted.In([0, .. Encoding.Unicode.GetBytes(Hidden)]).ShouldNotBeNull();
        Planted.In([0, .. Encoding.BigEndianUnicode.GetBytes(Hidden)]).ShouldNotBeNull();
        Planted.In(Encoding.UTF8.GetBytes($"{Public} and {Description}")).ShouldBeNull();
    }

    [Fact]
    public async Task The_name_of_a_protected_source_is_nowhere_but_behind_its_key()
    {
        var log = new Capture();
        await using var app = await OnRecordApp.Start(change: services =>
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
        );
        using var tom = await app.Colleague(Roles.Editor | Roles.Legal, "Tom Brandt");
        using var mara = await app.Colleague(Roles.Editor | Roles.Owner, "Mara Lind");
        var (story, source) = await Publish(app, tom, mara);
        await Plant(app, tom, mara, source);

        // Before readers, and at the desk.
        using var reader = app.Stranger();
        var shown = await Walk(
            reader,
            ["/", "/about", (await app.Story(story)).Path!, "/robots.txt", "/feed.xml", "/sitemap.xml", "/health"]
        );
        shown.Count.ShouldBeGreaterThan(3);
        shown.Values.ShouldContain(page => Told.In(page) != null);
        ShouldBeClean(shown);
        var desk = await Walk(
            mara,
            [
                "/desk",
                "/desk/audit",
                "/desk/audit/export.csv",
                "/desk/audit/export.jsonl",
                "/desk/sources",
                $"/desk/sources/{source}",
                $"/desk/stories/{story}/ledger",
                $"/desk/stories/{story}/draft",
                "/desk/sources/find?q=zor&kind=Person",
                $"/desk/sources/find?q={Uri.EscapeDataString("person who")}",
                IdentityPage(source),
            ]
        );
        desk.Count.ShouldBeGreaterThan(20);
        desk["/desk/audit/export.csv"].ShouldContain(Description);
        ShouldBeClean(desk);

        // On disk: the database with its log, whatever lies in the data folder, the key file's folder.
        foreach (var file in Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories))
            await Planted.ShouldNotBeIn(file);
        if (!TestDatabase.IsPostgres)
            Told.In(await Read(app.Services.GetRequiredService<DataFolder>().Database)).ShouldNotBeNull();

        // In the ordinary backup, every member of it.
        var backup = Path.Combine(app.Folder, "backup.tar.gz");
        (
            await MakeBackup.Run(
                app.Services.GetRequiredService<DataFolder>(),
                app.Services.GetRequiredService<DatabaseAddress>(),
                backup,
                app.Clock
            )
        ).Value!.ProtectedIdentities.ShouldBe(1);
        var members = await Traces.Members(backup);
        members.Keys.ShouldAllBe(name =>
            name == "manifest.json" || name.StartsWith("database/", StringComparison.Ordinal)
        );
        members.Values.ShouldContain(bytes => Told.In(bytes) != null);
        foreach (var (name, bytes) in members)
            Planted.ShouldNotBeIn(bytes, $"{backup}: {name}");
        var key = await File.ReadAllBytesAsync(Path.Combine(app.Folder, "data-keys", "identities.key"));
        members.Values.Any(bytes => bytes.AsSpan().IndexOf(key) >= 0).ShouldBeFalse();

        // In a full export.
        var export = Path.Combine(app.Folder, "export");
        await using (var scope = app.Services.CreateAsyncScope())
            (await ExportNewsroom.Run(scope.ServiceProvider, export, app.Clock)).Value!.Stories.ShouldBe(1);
        var exported = Directory.GetFiles(export, "*", SearchOption.AllDirectories);
        exported.Where(file => Told.In(File.ReadAllBytes(file)) != null).ShouldNotBeEmpty();
        foreach (var file in exported)
            await Planted.ShouldNotBeIn(file);

        // In everything logged, down to traces.
        log.Lines.Count.ShouldBeGreaterThan(1000);
        log.Lines.ShouldContain(line => line.Contains("INSERT INTO \"ProtectedIdentities\"", StringComparison.Ordinal));
        Planted.ShouldNotBeIn(Encoding.UTF8.GetBytes(string.Join('\n', log.Lines)), "the log");
    }

    private static async Task<(Guid Story, Guid Source)> Publish(OnRecordApp app, Colleague tom, Colleague mara)
    {
        var (hidden, told) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var story = await tom.Written(app, "The dam", "One line.");
        var text = new JsonObject
        {
            ["type"] = "doc",
            ["content"] = new JsonArray(
                Said(hidden, "“The pumps have been off since May,” a person who works at the site said."),
                Said(told, $"“Everything is in order,” {Public} said.")
            ),
        };
        var section = (await app.Story(story)).Draft.SectionId;
        var revision = (await app.Story(story)).Revision;
        (await tom.Save(story, revision, DeskErrands.Content("The dam", text, section))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        await tom.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{tom.Id}", act = "release" });
        await Tie(
            tom,
            story,
            hidden,
            new
            {
                words = "The pumps",
                name = Description,
                isNamed = false,
                reason = "CouldLoseJob",
                channel = "SaidToUs",
            }
        );
        await Tie(
            tom,
            story,
            told,
            new
            {
                words = "Everything",
                name = Public,
                standing = "OnRecord",
                channel = "SaidToUs",
            }
        );
        var source = await app.InDatabase(db =>
            db.Set<OnRecord.Sources.Source>().Where(row => !row.IsNamed).Select(row => row.Id).SingleAsync()
        );
        var agreed = await mara.Send(HttpMethod.Post, $"/desk/stories/{story}/ledger/sources/{source}/approve", null);
        agreed.StatusCode.ShouldBe(HttpStatusCode.OK, await agreed.Content.ReadAsStringAsync());
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish?done=published");
        return (story, source);
    }

    private static async Task Plant(OnRecordApp app, Colleague tom, Colleague mara, Guid source)
    {
        var page = IdentityPage(source);
        await tom.StoreIdentity(source, $"{Hidden}, pump room").ShouldBe(HttpStatusCode.SeeOther);
        (await tom.OpenIdentity(source).ShouldBe(HttpStatusCode.OK)).ShouldContain(Hidden);
        await tom.GiveIdentity(source, mara).ShouldBe(HttpStatusCode.SeeOther);
        (await mara.OpenIdentity(source).ShouldBe(HttpStatusCode.OK)).ShouldContain(Hidden);

        // A form that comes back has it in its own field and nowhere else.
        var tooLong = await tom.StoreIdentity(source, Hidden + new string('.', ProtectIdentity.Longest))
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        Planted.In(Field().Replace(tooLong, "")).ShouldBeNull();
        var elsewhere = await tom.Post($"{page}/give", [("staff", Hidden)])
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        Planted.In(elsewhere).ShouldBeNull();
        // JSON where a form belongs.
        var wrong = await tom.Send(HttpMethod.Post, page, new { who = Hidden });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        Planted.In(await wrong.Content.ReadAsStringAsync()).ShouldBeNull();

        // A database that fails in the middle of storing it.
        await Do(app, """ALTER TABLE "IdentityKeys" RENAME TO "Elsewhere" """);
        var error = await tom.StoreIdentity(source, Hidden).ShouldBe(HttpStatusCode.InternalServerError);
        Planted.In(error).ShouldBeNull();
        await Do(app, """ALTER TABLE "Elsewhere" RENAME TO "IdentityKeys" """);
        await tom.StoreIdentity(source, $"{Hidden}, pump room, nights").ShouldBe(HttpStatusCode.SeeOther);
        (await mara.OpenIdentity(source).ShouldBe(HttpStatusCode.OK)).ShouldContain("nights");
    }

    private static JsonObject Said(Guid mark, string words) =>
        new()
        {
            ["type"] = "paragraph",
            ["content"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "text",
                    ["text"] = words,
                    ["marks"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "attribution",
                            ["attrs"] = new JsonObject { ["id"] = $"{mark}" },
                        }
                    ),
                }
            ),
        };

    private static async Task Tie(Colleague who, Guid story, Guid entry, object said)
    {
        var answer = await who.Send(HttpMethod.Put, $"/desk/stories/{story}/ledger/{entry}", said);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    // Every page that leads from another, and what they are made of; nothing is answered twice.
    private static async Task<Dictionary<string, string>> Walk(Colleague who, string[] from)
    {
        var (answers, ahead) = (new Dictionary<string, string>(), new Queue<string>(from));
        var seen = from.ToHashSet();
        while (ahead.TryDequeue(out var path))
        {
            using var answer = await who.Http.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            answers[path] = $"{answer.StatusCode} {answer.Headers} {answer.Content.Headers} {body}";
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || answers.Count > 400)
                continue;
            foreach (Match link in Link().Matches(body))
                if (WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0] is ['/', ..] to && seen.Add(to))
                    ahead.Enqueue(to);
        }
        return answers;
    }

    private static void ShouldBeClean(Dictionary<string, string> answers)
    {
        foreach (var (path, answer) in answers)
            Planted.ShouldNotBeIn(Encoding.UTF8.GetBytes(answer), path);
    }

    private static Task<int> Do(OnRecordApp app, string sql) =>
        app.InDatabase(db => db.Database.ExecuteSqlRawAsync(sql));

    private static async Task<byte[]> Read(string file)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        if (File.Exists($"{file}-wal"))
            bytes.Write(await Read($"{file}-wal"));
        return bytes.ToArray();
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<textarea id=\"who\".*?</textarea>", RegexOptions.Singleline)]
    private static partial Regex Field();

    private sealed class Capture : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            Lines.Enqueue(
                $"{formatter(state, exception)} {exception} {string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? [])}"
            );

        public void Dispose() { }
    }
}
