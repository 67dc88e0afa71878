using System.Net;
using System.Net.Sockets;

namespace OnRecord.Platform.Fetching;

/// <summary>The connections of one recorded fetch, one after the other; what the last one said is remembered.</summary>
internal sealed class Wire(FetchOptions options) : IDisposable
{
    private IPAddress server = IPAddress.None;
    private RecordedStream? spoken;

    public SocketsHttpHandler Handler()
    {
        var handler = GuardedConnection.Handler(options);
        handler.AutomaticDecompression = DecompressionMethods.None;
        // A connection for each request, so that one recording is one exchange.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.ConnectCallback = async (context, stop) =>
        {
            var socket = await GuardedConnection.Open(context.DnsEndPoint, options, stop);
            server = ((IPEndPoint)socket.RemoteEndPoint!).Address;
            return new NetworkStream(socket, ownsSocket: true);
        };
        // Behind TLS, where there is any: what is recorded is the plain text.
        handler.PlaintextStreamFilter = (context, _) =>
            ValueTask.FromResult<Stream>(spoken = new RecordedStream(context.PlaintextStream));
        return handler;
    }

    /// <returns>Null where the answer's head was too long to be remembered.</returns>
    public Exchange? Exchange(Uri address, DateTimeOffset at, HttpResponseMessage response, byte[] body)
    {
        if (spoken is not { } recorded || HeadOf(recorded.Received) is not { } head)
            return null;
        var type = response.Content.Headers.ContentType;
        return new Exchange
        {
            Address = address,
            At = at,
            Server = server.IsIPv4MappedToIPv6 ? server.MapToIPv4() : server,
            Request = recorded.Sent.ToArray(),
            Head = head,
            Body = body,
            CameInChunks = response.Headers.TransferEncodingChunked == true,
            MediaType = type?.MediaType ?? "",
            Charset = type?.CharSet?.Trim('"'),
            Encodings = [.. response.Content.Headers.ContentEncoding.Select(name => name.ToLowerInvariant())],
        };
    }

    public void Dispose() => spoken?.Dispose();

    // Interim answers (RFC 9110, 15.2) may come before it.
    private static byte[]? HeadOf(ReadOnlySpan<byte> received)
    {
        while (true)
        {
            if (Length(received) is not { } length)
                return null;
            if (!IsInterim(received[..length]))
                return received[..length].ToArray();
            received = received[length..];
        }
    }

    private static bool IsInterim(ReadOnlySpan<byte> head) =>
        head.IndexOf((byte)' ') is > 0 and var at && head[at..].StartsWith(" 1"u8);

    // Up to an empty line; a lone line feed ends a line too (RFC 9112, 2.2).
    private static int? Length(ReadOnlySpan<byte> received)
    {
        for (var at = 0; at < received.Length; at++)
        {
            if (received[at] != '\n')
                continue;
            var rest = received[(at + 1)..];
            if (rest.StartsWith("\r\n"u8))
                return at + 3;
            if (rest.StartsWith("\n"u8))
                return at + 2;
        }
        return null;
    }
}
