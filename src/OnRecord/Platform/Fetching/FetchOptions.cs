namespace OnRecord.Platform.Fetching;

/// <summary>What may be fetched from other people's servers.</summary>
public sealed class FetchOptions
{
    /// <summary>Whether private, loopback and link-local addresses may be asked. For a newsroom that imports from a server in its own house.</summary>
    public bool AllowPrivateAddresses { get; set; }

    public int MaximumMegabytes { get; set; } = 32;

    public int TimeoutSeconds { get; set; } = 20;

    internal IEnumerable<string> Faults()
    {
        if (MaximumMegabytes is < 1 or > 1000)
            yield return "Fetching:MaximumMegabytes is a number of megabytes from 1 to 1000.";
        if (TimeoutSeconds is < 1 or > 600)
            yield return "Fetching:TimeoutSeconds is a number of seconds from 1 to 600.";
    }
}
