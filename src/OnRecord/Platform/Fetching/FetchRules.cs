using System.Net;
using System.Net.Sockets;

namespace OnRecord.Platform.Fetching;

/// <summary>What is never fetched, whoever asks, and how a failure is told.</summary>
internal static class FetchRules
{
    public const int MaximumRedirects = 5;

    public const string UserAgent = "OnRecord/0.1 (newsroom publishing system)";

    public static Problem? Refuse(Uri address, FetchOptions options) =>
        address.Scheme is not ("http" or "https") ? Problem.With(null, "{0} is not an http or https address.", address)
        : address.UserInfo.Length > 0
            ? Problem.With(null, "The address at {0} carries a name or password, and is not fetched.", address.Host)
        : !options.AllowPrivateAddresses
        && IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal)
        && PrivateNetworks.Contain(literal)
            ? OnPrivateNetwork(address)
        : null;

    public static bool IsFailure(Exception failure) =>
        failure
            is HttpRequestException
                or IOException
                or SocketException
                or InvalidDataException
                or InvalidOperationException
                or UriFormatException;

    public static Problem Explain(Uri address, Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
            if (inner is PrivateAddressException)
                return OnPrivateNetwork(address);
        return Problem.With(null, "{0} could not be reached: {1}", address, failure.GetBaseException().Message);
    }

    public static Problem TooSlow(Uri address, FetchOptions options) =>
        Problem.With(null, "{0} did not answer in full within {1} seconds.", address, options.TimeoutSeconds);

    public static Problem TooLarge(Uri address, FetchOptions options) =>
        Problem.With(null, "{0} is larger than {1} MB, the most that is fetched.", address, options.MaximumMegabytes);

    public static Problem Answered(Uri address, HttpResponseMessage response) =>
        Problem.With(null, "{0} answered {1}.", address, $"{(int)response.StatusCode} {response.ReasonPhrase}".Trim());

    public static Problem NowhereToGo(Uri address) =>
        Problem.With(null, "{0} redirects to something that is not an address.", address);

    public static Problem TooManyRedirects(Uri address) =>
        Problem.With(null, "{0} was redirected more than {1} times.", address, MaximumRedirects);

    public static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    private static Problem OnPrivateNetwork(Uri address) =>
        Problem.With(
            null,
            "{0} is on a private network and is not fetched. The operator can allow it with Fetching:AllowPrivateAddresses.",
            address
        );
}
