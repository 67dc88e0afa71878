using System.Net;

namespace OnRecord.Platform.Fetching;

/// <summary>One request and its answer, as they went over the wire.</summary>
internal sealed record Exchange
{
    public required Uri Address { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whom it was asked of.</summary>
    public required IPAddress Server { get; init; }

    /// <summary>The request's head, byte for byte; it has no body.</summary>
    public required byte[] Request { get; init; }

    /// <summary>The answer's status line and header lines, byte for byte, up to the empty line that ends them.</summary>
    public required byte[] Head { get; init; }

    /// <summary>The answer's body as it was received: the transfer coding is taken off, a content coding is not.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Whether the body came in chunks, which <see cref="Body"/> no longer shows.</summary>
    public required bool CameInChunks { get; init; }

    /// <summary>Such as <c>text/html</c>; empty where the server named none.</summary>
    public required string MediaType { get; init; }

    public string? Charset { get; init; }

    /// <summary>The content codings in the order they were applied, such as <c>gzip</c>.</summary>
    public IReadOnlyList<string> Encodings { get; init; } = [];
}

/// <summary>A fetch with every exchange it took: each redirect, and last the answer.</summary>
internal sealed record RecordedFetch(IReadOnlyList<Exchange> Exchanges)
{
    public Exchange Answer => Exchanges[^1];
}
