namespace OnRecord.Commands.Verification;

/// <summary>Compares what a page shows with what was sealed, in the order of docs/checking-the-record.md, “A page and its version”.</summary>
internal static class ComparePage
{
    /// <param name="notice">What the notice of another version of the story must say, by the address of its file; null where the log has none such.</param>
    /// <returns>The first difference, to go on after the page's address; null where there is none.</returns>
    public static string? With(PageReading page, SealedStatement meant, Func<string, BareText?> notice)
    {
        try
        {
            return Words("headline", page.Words("headline"), BareText.Of(meant.Headline))
                ?? Words("deck", page.Words("deck"), BareText.Of(meant.Deck))
                ?? Names(page.Names(), meant.Byline)
                ?? Words("byline", page.Words("byline"), BareText.Of(page.Names()))
                // Of a story that was removed nothing is shown but the notice.
                ?? (meant.IsRemoval && !page.Has("published") ? null : Instants(page, meant))
                ?? Lead(page, meant)
                ?? Words("text", page.Words("text"), meant.Text.Words)
                ?? Links(page.Links(), page.Absolute(meant.Text.Links))
                ?? Pictures(page.Pictures("text"), meant.Text.Pictures)
                ?? Sources(page.Notes(), meant.Sources)
                ?? Notices(page, notice);
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    private static string? Words(string part, BareText shown, BareText meant) =>
        BareText.Difference(shown, meant) is { } difference
            ? $"shows another {part} than was sealed: {difference}."
            : null;

    private static string? Names(IReadOnlyList<string> shown, IReadOnlyList<string> meant) =>
        shown.Select(Bare).SequenceEqual(meant.Select(Bare))
            ? null
            : $"shows another byline than was sealed: the page says {List(shown)}, sealed is {List(meant)}.";

    private static string? Instants(PageReading page, SealedStatement meant) =>
        Instant("published", page.Instant("published"), meant.Published)
        ?? Instant("updated", page.Instant("updated"), meant.Updated);

    private static string? Instant(string part, DateTimeOffset? shown, DateTimeOffset? meant) =>
        shown == meant ? null : $"says that the story was {part} {Moment(shown)}, and sealed is {Moment(meant)}.";

    private static string? Lead(PageReading page, SealedStatement meant)
    {
        var shown = page.Pictures("lead");
        if (meant.Lead is null)
            return page.Has("lead") ? "shows a picture above the text, and none was sealed." : null;
        return Pictures(shown, [meant.Lead])
            ?? Words("caption or credit of the picture above the text", page.Words("lead"), meant.LeadWords);
    }

    private static string? Links(IReadOnlyList<string> shown, IReadOnlyList<string> meant)
    {
        var at = shown.Zip(meant).TakeWhile(pair => pair.First == pair.Second).Count();
        return (shown.ElementAtOrDefault(at), meant.ElementAtOrDefault(at)) switch
        {
            (null, null) => null,
            ({ } one, null) => $"has a link that was not sealed: it leads to {one}.",
            (null, { } other) => $"lacks a link that was sealed: it led to {other}.",
            var (one, other) => $"has another link than was sealed: it leads to {one}, sealed is {other}.",
        };
    }

    private static string? Pictures(IReadOnlyList<SeenPicture> shown, List<SeenPicture> meant)
    {
        foreach (var (one, other) in shown.Zip(meant))
        {
            if (one.Sha256 != other.Sha256)
                return $"shows another picture than was sealed: {one.Sha256}, sealed is {other.Sha256}.";
            if (Bare(one.Alt) != Bare(other.Alt))
                return $"describes a picture otherwise than was sealed: “{one.Alt}”, sealed is “{other.Alt}”.";
        }
        return shown.Count == meant.Count ? null : $"shows {shown.Count} pictures where {meant.Count} were sealed.";
    }

    private static string? Sources(IReadOnlyList<(string? Id, string Name)> shown, IReadOnlyList<string> meant)
    {
        // A newsroom may show no notes.
        if (shown.Count == 0)
            return null;
        var names = shown
            .Where(note => note.Id is not null)
            .DistinctBy(note => note.Id)
            .ToDictionary(note => note.Id!, note => note.Name);
        foreach (var (at, name) in meant.Index())
            if (!names.TryGetValue($"s{at + 1}", out var said) || Bare(said) != Bare(name))
                return $"names another source than was sealed: {(said is null ? "nobody" : $"“{said}”")} as number {at + 1}, sealed is “{name}”.";
        return shown.Count == meant.Count ? null : $"shows {shown.Count} sources where {meant.Count} were sealed.";
    }

    private static string? Notices(PageReading page, Func<string, BareText?> notice)
    {
        foreach (var (file, words) in page.Corrections())
        {
            if (file is null || notice(file) is not { } meant)
                return $"has a notice above the text that belongs to no version of the story: “{words.Whole.Trim()}”.";
            if (Words("notice above the text", words, meant) is { } difference)
                return difference;
        }
        return null;
    }

    private static string Bare(string words) => BareText.Of(words).Bare;

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 0 ? "nobody" : string.Join(", ", names.Select(name => $"“{name.Trim()}”"));

    private static string Moment(DateTimeOffset? at) =>
        at is { } known ? FormattableString.Invariant($"on {known.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : "at no time";
}
