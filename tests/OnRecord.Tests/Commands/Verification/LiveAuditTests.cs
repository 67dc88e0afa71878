using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OnRecord.Commands.Verification;
using OnRecord.PublicRecord;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.Commands.Verification;

/// <summary>Audits over a real port, ours and one that shares no code with it.</summary>
public class LiveAuditTests
{
    [Fact]
    public async Task An_auditor_that_shares_no_code_passes_the_untouched_log_and_fails_on_tampering()
    {
        var script = Shared.Path("tools", "tlog_audit.py");
        if (!Runs("python3", "--version") || !Runs("openssl", "version"))
            Assert.Skip("The auditor needs python3 and openssl.");
        await using var newsroom = await AuditedNewsroom.Start();
        await using var live = await LiveSite.Over(newsroom.App.Http);
        (await Audit(script, live.Address)).ShouldContain("5 entries, root and signature hold");
        var kept = await newsroom.App.InDatabase(db =>
            db.Set<RecordEntry>().Where(row => row.Index == 1).Select(row => row.Bytes).SingleAsync()
        );
        await newsroom.Tamper(db => Put(db, 1, [.. kept[..^1], (byte)'!']));
        (await Audit(script, live.Address)).ShouldContain("tile 0/0 differs from its entries");
        await newsroom.Tamper(db => Put(db, 1, kept));
        (await Audit(script, live.Address)).ShouldContain("hold");
        live.Alter = (path, bytes) =>
            path == "/record/checkpoint"
                ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\n5\n", "\n4\n"))
                : bytes;
        (await Audit(script, live.Address)).ShouldContain("AssertionError");
        live.Alter = (path, bytes) =>
            path == "/record/tile/0/000.p/5" ? [.. bytes[..^1], (byte)(bytes[^1] ^ 1)] : bytes;
        (await Audit(script, live.Address)).ShouldContain("AssertionError");
        live.Alter = (_, bytes) => bytes;
        await newsroom.Tamper(db => db.Set<RecordEntry>().Where(row => row.Index == 4).ExecuteDeleteAsync());
        (await Audit(script, live.Address)).ShouldContain("404");
        await newsroom.RollBack(4, newsroom.School, 2);
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(2));
        (await Audit(script, live.Address)).ShouldContain("503");
    }

    [Fact]
    public async Task A_live_site_is_audited_over_the_network()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await using var live = await LiveSite.Over(newsroom.App.Http);
        var verdict = await Verify(live.Address);
        verdict.Fault.ShouldBeNull();
        verdict.Pages.ShouldBe(8);
    }

    [Fact]
    public async Task What_is_no_newsroom_is_told_in_a_sentence()
    {
        (await Verify("http://127.0.0.1:9/")).Fault.ShouldNotBeNull().Sentence.ShouldContain("could not be reached");
        await using var page = await LocalServer.Start(_ => ("text/html", "<p>Hello"u8.ToArray()));
        (await Verify($"{page.Address}")).Fault.ShouldNotBeNull().Sentence.ShouldContain("Is it an OnRecord site?");
        await using var empty = await OnRecordApp.Start();
        await using var live = await LiveSite.Over(empty.Http);
        (await Verify(live.Address))
            .Fault.ShouldNotBeNull()
            .Sentence.ShouldContain("nothing has been published there yet");
    }

    [Fact]
    public async Task Nothing_is_followed_to_another_host()
    {
        await using var away = await LiveSite.Over(
            new HttpClient(new Elsewhere()) { BaseAddress = new Uri("http://site.example") }
        );
        (await Verify(away.Address))
            .Fault.ShouldNotBeNull()
            .Sentence.ShouldContain("leads to another host, https://elsewhere.example");
    }

    private static async Task<SiteVerdict> Verify(string address)
    {
        var memory = Path.Combine(Path.GetTempPath(), $"onrecord-verify-{Guid.CreateVersion7()}.json");
        try
        {
            using var site = new SiteReader(SiteReader.Read(address)!, SiteReader.Network());
            return await VerifySite.Run(
                site,
                new RememberedRecords(memory),
                new SiteCheck(true, null),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            );
        }
        finally
        {
            File.Delete(memory);
        }
    }

    private static Task Put(OnRecord.Platform.Storage.OnRecordDb db, long index, byte[] bytes) =>
        db.Set<RecordEntry>()
            .Where(row => row.Index == index)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Bytes, bytes));

    private static bool Runs(string program, string argument)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, argument) { RedirectStandardOutput = true }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <returns>What it printed, and on which ground it failed.</returns>
    private static async Task<string> Audit(string script, string address)
    {
        var start = new ProcessStartInfo("python3", [script, address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var said = await output + await error;
        (process.ExitCode == 0).ShouldBe(said.Contains("hold", StringComparison.Ordinal), said);
        return said;
    }

    private sealed class Elsewhere : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.Found)
                {
                    Headers = { Location = new Uri("https://elsewhere.example/") },
                }
            );
    }
}

/// <summary>A proxy on a free loopback port before a site, which may alter what it hands on.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private LiveSite(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public Func<string, byte[], byte[]> Alter { get; set; } = (_, bytes) => bytes;

    public static async Task<LiveSite> Over(HttpClient site)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var live = new LiveSite(app);
        app.Run(async http =>
        {
            using var answer = await site.GetAsync($"{http.Request.Path}{http.Request.QueryString}");
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (
                var (name, values) in answer.Headers.Where(header => header.Key is "Memento-Datetime" or "Location")
            )
                http.Response.Headers[name] = values.ToArray();
            await http.Response.Body.WriteAsync(
                live.Alter(http.Request.Path, await answer.Content.ReadAsByteArrayAsync())
            );
        });
        await app.StartAsync();
        return live;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
