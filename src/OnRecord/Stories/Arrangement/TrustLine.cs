namespace OnRecord.Stories.Arrangement;

/// <summary>A line of trust.txt: what the newsroom is to somebody else (JournalList, trust.txt specification).</summary>
internal sealed record TrustLine(string Name, string Address)
{
    /// <summary>What the newsroom may say itself. Contact, disclosure and training follow from what it has said elsewhere.</summary>
    public static readonly string[] Names =
    [
        "belongto",
        "member",
        "control",
        "controlledby",
        "social",
        "vendor",
        "customer",
        "disclosure",
        "contact",
    ];

    public override string ToString() => $"{Name}={Address}";

    /// <returns>Null where it is not one of these names, <c>=</c> and an http or https address, or <c>mailto:</c> for a contact.</returns>
    public static TrustLine? Read(string written)
    {
        var at = written.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
            return null;
        var (name, address) = (written[..at].Trim().ToLowerInvariant(), written[(at + 1)..].Trim());
        return
            Names.Contains(name)
            && !address.Any(char.IsWhiteSpace)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme is "http" or "https" || (uri.Scheme == "mailto" && name == "contact"))
            ? new TrustLine(name, uri.AbsoluteUri)
            : null;
    }
}
