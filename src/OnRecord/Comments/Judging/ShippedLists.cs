namespace OnRecord.Comments.Judging;

/// <summary>The lists of words and hosts inside the executable.</summary>
internal static class ShippedLists
{
    /// <summary>A list's lines without empty ones and without notes, which begin with <c>#</c>.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open($"judging/{name}"));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Trim();
        }
    }

    public static Stream Open(string name) =>
        typeof(ShippedLists).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The executable does not carry {name}.");
}
