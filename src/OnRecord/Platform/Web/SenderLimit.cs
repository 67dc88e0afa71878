using System.Net;
using System.Security.Cryptography;

namespace OnRecord.Platform.Web;

/// <summary>How often one sender may do something within an hour. Counted in this process alone; senders are known by a keyed hash that nobody can trace back and that is gone with the process.</summary>
internal class SenderLimit(int anHour, TimeProvider clock)
{
    private const int Remembered = 100_000;
    private const int KeyLength = 32;
    private const int HashLength = 16;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(KeyLength);
    private readonly RecentCounts<Guid> senders = new(TimeSpan.FromHours(1), Remembered, clock);

    /// <summary>Counts once more.</summary>
    /// <returns>Whether they may; if not, it was not counted.</returns>
    public bool Take(IPAddress? from)
    {
        var sender = new Guid(HMACSHA256.HashData(key, Network(from)).AsSpan(0, HashLength));
        return senders.Of(sender) < anHour && senders.Add(sender) <= anHour;
    }

    /// <summary>What of an address tells one sender from another. Whoever has one IPv6 address has a network of them (RFC 6177).</summary>
    public static byte[] Network(IPAddress? from)
    {
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from ?? IPAddress.Loopback;
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? bytes : bytes[..8];
    }
}
