using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OnRecord.Survival;

/// <summary>The demonstration newsroom as a process of its own, which can be killed.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process process;

    private Server(Process process, Uri root, string entrance) =>
        (this.process, Root, Entrance) = (process, root, entrance);

    public Uri Root { get; }

    /// <summary>The address by which the owner comes in.</summary>
    public string Entrance { get; }

    public static async Task<Server> Start(string executable, string data, Uri? root = null, params string[] before)
    {
        root ??= Free();
        string[] line = [.. before, executable, "demo", "--data", data, "--urls", root.AbsoluteUri.TrimEnd('/')];
        var process = Process.Start(
            new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } told)
            if (
                told.IndexOf("http", StringComparison.Ordinal) is var at and >= 0
                && told.Contains("/desk/entrance/", StringComparison.Ordinal)
            )
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new Server(process, root, new Uri(told[at..].Split(' ')[0]).AbsolutePath);
            }
        throw new Lost("The server did not start again.");
    }

    /// <summary>SIGKILL, to it and to what runs it.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        process.WaitForExit();
        process.Dispose();
    }

    private static Uri Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
