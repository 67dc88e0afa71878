namespace OnRecord.Attribution.CopyDesk.Numbers;

/// <summary>Whose words stand where.</summary>
internal sealed class Speakers(IReadOnlyList<Proposal> proposals)
{
    /// <summary>How deep statements lie in one another before a text is no news text.</summary>
    private const int Depth = 8;

    private readonly (Span Words, string? Name)[] statements =
    [
        .. proposals
            .SelectMany(proposal => proposal.Content.Select(span => (span, proposal.SourceName)))
            .OrderBy(statement => statement.span.Start),
    ];

    /// <summary>Who says the words at a place; null where the story itself does, or nobody who is named.</summary>
    public string? Of(Span words)
    {
        var (low, high) = (0, statements.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (statements[middle].Words.Start <= words.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (var at = low - 1; at >= 0 && at >= low - Depth; at--)
            if (statements[at].Words.End >= words.End)
                return statements[at].Name;
        return null;
    }
}
