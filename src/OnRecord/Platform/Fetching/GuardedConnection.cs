using System.Net;
using System.Net.Sockets;

namespace OnRecord.Platform.Fetching;

/// <summary>Connects to the very address that was judged, so that a name cannot resolve to another one in between.</summary>
internal static class GuardedConnection
{
    public static SocketsHttpHandler Handler(FetchOptions options) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, options, stop),
        };

    private static async ValueTask<Stream> Connect(DnsEndPoint target, FetchOptions options, CancellationToken stop) =>
        new NetworkStream(await Open(target, options, stop), ownsSocket: true);

    /// <exception cref="PrivateAddressException">All its addresses are on private networks.</exception>
    public static async Task<Socket> Open(DnsEndPoint target, FetchOptions options, CancellationToken stop)
    {
        var found = await Dns.GetHostAddressesAsync(target.Host, stop);
        var allowed = options.AllowPrivateAddresses
            ? found
            : [.. found.Where(address => !PrivateNetworks.Contain(address))];
        if (allowed.Length == 0)
            throw new PrivateAddressException(target.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

internal sealed class PrivateAddressException(string host) : IOException($"{host} is on a private network.");
