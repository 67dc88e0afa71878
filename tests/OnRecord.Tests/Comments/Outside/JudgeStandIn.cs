using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OnRecord.Tests.Comments.Outside;

/// <summary>An outside judge on a free loopback port: keeps what it is asked, and answers as the test says.</summary>
internal sealed class JudgeStandIn : IAsyncDisposable
{
    public const string Secret = "whsec_bm9ib2R5IGJ1dCB1cyB0d28ga25vd3MgaXQ=";

    private readonly WebApplication app;

    private JudgeStandIn(WebApplication app) => this.app = app;

    public string Address => $"{app.Urls.First()}/comments?key=in-the-address";

    public ConcurrentQueue<Question> Questions { get; } = new();

    /// <summary>What is written in the newsroom's log meanwhile.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>How it answers; unless told that everything may be shown.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Saying("""{"verdict":"publish"}""");

    public static Func<HttpContext, Task> Saying(string body, int status = 200) =>
        http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(body);
        };

    /// <summary>Never, as long as somebody waits.</summary>
    public static async Task Silence(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var end = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public static async Task<JudgeStandIn> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var judge = new JudgeStandIn(builder.Build());
        judge.app.Run(judge.Judge);
        await judge.app.StartAsync();
        return judge;
    }

    /// <summary>A newsroom that asks it.</summary>
    public Task<CommentedNewsroom> Newsroom(params (string Key, string Value)[] more) =>
        CommentedNewsroom.Open(
            services => services.AddSingleton<ILoggerProvider>(Log),
            [
                .. more.Concat([("Comments:OutsideJudge:Address", Address), ("Comments:OutsideJudge:Secret", Secret)])
                    .DistinctBy(setting => setting.Item1),
            ]
        );

    /// <summary>Waits until it was asked so often.</summary>
    public async Task WasAsked(int times)
    {
        for (var tries = 0; Questions.Count < times && tries < 500; tries++)
            await Task.Delay(20);
        Questions.Count.ShouldBe(times);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Judge(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Questions.Enqueue(
            new Question(
                http.Request.Method,
                $"{http.Request.Path}{http.Request.QueryString}",
                http.Request.Headers.ToDictionary(
                    row => row.Key,
                    row => row.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                body.ToArray()
            )
        );
        await Answer(http);
    }
}

internal sealed record Question(string Method, string Target, Dictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose() { }
}
