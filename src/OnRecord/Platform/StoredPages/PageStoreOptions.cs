namespace OnRecord.Platform.StoredPages;

/// <summary>How much the page store may hold.</summary>
internal sealed record PageStoreOptions
{
    /// <summary>All pages together, in bytes.</summary>
    public long Bytes { get; init; } = 256L << 20;

    /// <summary>Addresses at which there is nothing.</summary>
    public int NotFound { get; init; } = 20_000;

    /// <summary>For how long it is remembered that an address leads nowhere.</summary>
    public TimeSpan NotFoundFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who is told which tags' pages a network in front of the site must let go; null where there is none. Such a network may keep pages for long.</summary>
    public Uri? PurgeAddress { get; init; }

    /// <summary>Goes with it as a bearer token; null where none is asked for.</summary>
    public string? PurgeToken { get; init; }

    public bool Purges => PurgeAddress is not null;

    /// <exception cref="FormatException">With a sentence that says what to do.</exception>
    public static PageStoreOptions Read(IConfiguration configuration)
    {
        var options = new PageStoreOptions
        {
            PurgeAddress = Address(configuration["PurgeAddress"]),
            PurgeToken = configuration["PurgeToken"] is { Length: > 0 } token ? token : null,
        };
        if (configuration["PageStoreMegabytes"] is not { } written)
            return options;
        return int.TryParse(written, out var megabytes) && megabytes is >= 1 and <= 1_000_000
            ? options with
            {
                Bytes = (long)megabytes << 20,
            }
            : throw new FormatException(
                $"PageStoreMegabytes is \"{written}\". Give the memory for readers' pages as a whole number of megabytes, such as 256."
            );
    }

    private static Uri? Address(string? written) =>
        string.IsNullOrEmpty(written) ? null
        : Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address
        : throw new FormatException(
            $"PurgeAddress is \"{written}\". Give the address that is told which pages changed, such as https://cdn.example.org/purge, or leave it out."
        );
}
