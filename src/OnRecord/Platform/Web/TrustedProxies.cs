using System.Net;

namespace OnRecord.Platform.Web;

/// <summary>The proxies whose forwarded headers are believed, besides those on this machine.</summary>
internal static class TrustedProxies
{
    /// <param name="written">Addresses and networks parted by commas, such as <c>10.0.0.5, 192.168.7.0/24</c>.</param>
    /// <exception cref="FormatException">One of them is neither; the message names it.</exception>
    public static IEnumerable<IPNetwork> Read(string? written)
    {
        foreach (
            var part in (written ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
            if (IPNetwork.TryParse(part, out var network))
                yield return network;
            else if (IPAddress.TryParse(part, out var address))
                yield return new IPNetwork(address, address.GetAddressBytes().Length * 8);
            else
                throw new FormatException(
                    $"TrustedProxies names {part}, which is no address or network. Write them like 10.0.0.5, 192.168.7.0/24."
                );
    }
}
