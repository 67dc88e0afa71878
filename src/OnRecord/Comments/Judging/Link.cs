namespace OnRecord.Comments.Judging;

/// <summary>A link in a comment: where it stands, and its host without <c>www.</c>. Offsets count from the text's beginning.</summary>
internal readonly record struct Link(int Start, int Length, int HostStart, int HostLength)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> Host(ReadOnlySpan<char> text) => text.Slice(HostStart, HostLength);

    public ReadOnlySpan<char> Path(ReadOnlySpan<char> text) => text[(HostStart + HostLength)..End];
}
