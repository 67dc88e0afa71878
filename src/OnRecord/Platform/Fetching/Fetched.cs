namespace OnRecord.Platform.Fetching;

/// <summary>What a server answered.</summary>
/// <param name="Address">Where it was found after redirects.</param>
/// <param name="MediaType">As the server named it, such as <c>text/html</c>; empty where it named none.</param>
/// <param name="Charset">As the server named it.</param>
public sealed record Fetched(Uri Address, string MediaType, string? Charset, byte[] Bytes);
