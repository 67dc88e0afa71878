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

    /// <summary>Whether somebody purges the copies of a network in front of the site, which may then keep them for long.</summary>
    public bool Purges { get; init; }

    /// <exception cref="FormatException">With a sentence that says what to do.</exception>
    public static PageStoreOptions Read(IConfiguration configuration)
    {
        var options = new PageStoreOptions { Purges = configuration["PurgeAddress"] is { Length: > 0 } };
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
}
