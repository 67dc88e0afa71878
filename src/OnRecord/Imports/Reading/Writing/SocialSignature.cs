namespace OnRecord.Imports.Reading.Writing;

internal static class SocialSignature
{
    /// "— Ada Bird (@ada) October 9, 2018" and "A post shared by Ada Bird (@ada) on …" into the author and the handle.
    public static (string? Author, string? Handle) Split(string signature)
    {
        var open = signature.LastIndexOf("(@", StringComparison.Ordinal);
        var close = open < 0 ? -1 : signature.IndexOf(')', open);
        if (close < 0)
            return (null, null);
        var author = signature[..open].TrimStart('—', '-', '–', ' ').Trim();
        const string shared = "A post shared by ";
        if (author.StartsWith(shared, StringComparison.OrdinalIgnoreCase))
            author = author[shared.Length..];
        return (author.Length > 0 ? author : null, signature[(open + 1)..close]);
    }
}
