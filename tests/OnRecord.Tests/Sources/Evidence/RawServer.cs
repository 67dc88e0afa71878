using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OnRecord.Tests.Sources.Evidence;

/// <summary>A server on a free loopback port that sends the very bytes it is told to, well-formed or not.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> answer;
    private readonly Task serving;

    private RawServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = Serve();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>The heads of all requests so far.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static RawServer Sending(string answer) => Sending(Encoding.Latin1.GetBytes(answer));

    public static RawServer Sending(byte[] answer) => new((_, to, end) => to.WriteAsync(answer, end).AsTask());

    /// <param name="answers">What is sent for a path.</param>
    public static RawServer Sending(Func<string, byte[]> answers) =>
        new((path, to, end) => to.WriteAsync(answers(path), end).AsTask());

    /// <summary>Begins so, and then sends the same again and again.</summary>
    public static RawServer Endless(string begin, byte[] again, TimeSpan pause = default) =>
        new(
            async (_, to, end) =>
            {
                await to.WriteAsync(Encoding.Latin1.GetBytes(begin), end);
                while (true)
                {
                    await to.WriteAsync(again, end);
                    if (pause > TimeSpan.Zero)
                        await Task.Delay(pause, end);
                }
            }
        );

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task Serve()
    {
        var talks = new List<Task>();
        try
        {
            while (!stop.IsCancellationRequested)
                talks.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException) { }
        await Task.WhenAll(talks);
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var head = new StringBuilder();
            var buffer = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                if (await stream.ReadAsync(buffer, stop.Token) is > 0 and var count)
                    head.Append(Encoding.Latin1.GetString(buffer, 0, count));
                else
                    return;
            Requests.Enqueue(head.ToString());
            await answer(head.ToString().Split(' ')[1], stream, stop.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or SocketException) { }
    }
}
