namespace OnRecord.Platform.StoredPages;

/// <summary>Says of a route that its answer is the same for everyone and may be kept.</summary>
/// <param name="QueryKeys">The keys of the query that the page knows; others are no part of its key.</param>
internal sealed record StoredEndpoint(IReadOnlyList<string> QueryKeys);

internal static class StoredEndpoints
{
    /// <summary>Keeps what the route answers until one of its <see cref="PageTags"/> changes.</summary>
    public static TBuilder Stored<TBuilder>(this TBuilder route, params string[] queryKeys)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new StoredEndpoint([.. queryKeys.Order(StringComparer.Ordinal)]));
}
