namespace OnRecord.Attribution.Text;

/// <summary>What stands between quotation marks, by its tokens, the marks included.</summary>
/// <param name="First">The token that opens.</param>
/// <param name="Last">The token that closes, or the last before the paragraph ends.</param>
/// <param name="Open">Whether the next paragraph takes it up again with a mark of its own.</param>
internal readonly record struct Quotation(int First, int Last, bool Open);
