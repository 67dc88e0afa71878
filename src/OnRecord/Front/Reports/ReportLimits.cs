using System.Net;
using System.Security.Cryptography;

namespace OnRecord.Front.Reports;

/// <summary>How many reports one sender may send. Senders are known by a keyed hash that nobody can trace back and that is gone with the process.</summary>
internal sealed class ReportLimits(TimeProvider clock)
{
    public const int AnHour = 5;
    private const int Sweep = 256;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, Queue<DateTimeOffset>> senders = [];
    private readonly Lock turn = new();

    /// <summary>Counts a report.</summary>
    /// <returns>Whether it may be sent; if not, it was not counted.</returns>
    public bool Take(IPAddress? from)
    {
        var (now, sender) = (clock.GetUtcNow(), Hash(from));
        lock (turn)
        {
            if (senders.Count > Sweep)
                foreach (var idle in senders.Where(row => row.Value.All(at => at <= now - Window)).ToList())
                    senders.Remove(idle.Key);
            if (!senders.TryGetValue(sender, out var times))
                senders[sender] = times = new Queue<DateTimeOffset>();
            while (times.TryPeek(out var oldest) && oldest <= now - Window)
                times.Dequeue();
            if (times.Count >= AnHour)
                return false;
            times.Enqueue(now);
            return true;
        }
    }

    // Whoever has one IPv6 address has a network of them (RFC 6177).
    private string Hash(IPAddress? from)
    {
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from ?? IPAddress.Loopback;
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(HMACSHA256.HashData(key, bytes.Length == 4 ? bytes : bytes[..8]));
    }
}
