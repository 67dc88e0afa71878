namespace OnRecord.Media.ContentCredentials;

/// <summary>Reads what stands in a C2PA manifest store (specification 2.2, 11.1). The last manifest is the one that counts; those before it are of what the picture was made from.</summary>
internal static class ManifestStore
{
    public const int LongestStore = 16_000_000;
    private const int MostActions = 60;
    private const int LongestWord = 200;

    public static bool Is(ReadOnlySpan<byte> box) =>
        box.Length > 32 && box[4..].StartsWith("jumb"u8) && box[12..].StartsWith("jumdc2pa"u8);

    /// <summary>Empty where the manifest cannot be read: then all there is to say is that there is one.</summary>
    public static ManifestSummary Summary(ReadOnlyMemory<byte> store)
    {
        var manifests = JumbfBox.Read(store) is [{ Label: "c2pa" } whole, ..]
            ? whole.Inside.Where(box => box.Type == "jumb").ToList()
            : [];
        if (manifests.Count == 0)
            return new ManifestSummary();
        var claim = Claim(manifests[^1]);
        var signature = manifests[^1].Inside.FirstOrDefault(box => box.Label == "c2pa.signature");
        var signed = ClaimSignature.Of(signature is { Inside: [var cose, ..] } ? cose.Content : default);
        return new ManifestSummary
        {
            Generator = Generator(claim),
            Title = Word(claim, "dc:title"),
            Actions = [.. manifests.SelectMany(Actions).Take(MostActions)],
            Signer = PictureWords.Line(signed.Signer, LongestWord),
            Issuer = PictureWords.Line(signed.Issuer, LongestWord),
            SignedAt = signed.At,
        };
    }

    private static Dictionary<string, object?>? Claim(JumbfBox manifest) =>
        manifest
            .Inside.Where(box => box.Label is "c2pa.claim" or "c2pa.claim.v2")
            .Select(box => Cbor(box) as Dictionary<string, object?>)
            .FirstOrDefault();

    private static IEnumerable<ManifestAction> Actions(JumbfBox manifest) =>
        manifest
            .Inside.Where(box => box.Label == "c2pa.assertions")
            .SelectMany(box => box.Inside)
            .Where(box => box.Label.StartsWith("c2pa.actions", StringComparison.Ordinal))
            .Select(box => Cbor(box) as Dictionary<string, object?>)
            .SelectMany(assertion => assertion?.GetValueOrDefault("actions") as List<object?> ?? [])
            .OfType<Dictionary<string, object?>>()
            .Select(Action)
            .OfType<ManifestAction>();

    private static ManifestAction? Action(Dictionary<string, object?> action)
    {
        var parameters = action.GetValueOrDefault("parameters") as Dictionary<string, object?>;
        var source = Word(action, "digitalSourceType") ?? Word(parameters, "digitalSourceType");
        return Word(action, "action") is { } done
            ? new ManifestAction(done, Word(action, "when"), Agent(action), source?.Split('/')[^1])
            : null;
    }

    private static string? Agent(Dictionary<string, object?> action) =>
        action.GetValueOrDefault("softwareAgent") is Dictionary<string, object?> agent
            ? NameAndVersion(agent)
            : Word(action, "softwareAgent");

    private static string? Generator(Dictionary<string, object?>? claim)
    {
        var about = claim?.GetValueOrDefault("claim_generator_info");
        var first =
            about as Dictionary<string, object?>
            ?? (about as List<object?>)?.FirstOrDefault() as Dictionary<string, object?>;
        return (first is null ? null : NameAndVersion(first)) ?? Word(claim, "claim_generator");
    }

    private static string? NameAndVersion(Dictionary<string, object?> about) =>
        Word(about, "name") is { } name ? PictureWords.Line($"{name} {Word(about, "version")}", LongestWord) : null;

    private static string? Word(Dictionary<string, object?>? map, string key) =>
        PictureWords.Line(map?.GetValueOrDefault(key) as string, LongestWord);

    private static object? Cbor(JumbfBox box) =>
        box.Inside.FirstOrDefault(inside => inside.Type == "cbor") is { } cbor ? CborTree.Read(cbor.Content) : null;
}
