using System.ComponentModel.DataAnnotations;

namespace OnRecord.Platform.Fetching;

/// <summary>What may be fetched from other people's servers.</summary>
public sealed class FetchOptions
{
    /// <summary>Whether private, loopback and link-local addresses may be asked. For a newsroom that imports from a server in its own house.</summary>
    public bool AllowPrivateAddresses { get; set; }

    [Range(1, 1000, ErrorMessage = "Fetching:MaximumMegabytes is a number of megabytes from 1 to 1000.")]
    public int MaximumMegabytes { get; set; } = 32;

    [Range(1, 600, ErrorMessage = "Fetching:TimeoutSeconds is a number of seconds from 1 to 600.")]
    public int TimeoutSeconds { get; set; } = 20;
}
