namespace OnRecord.Attribution.Naming;

/// <summary>Someone whom a story names.</summary>
internal sealed class Person(string name)
{
    public string Name { get; } = name;

    /// <summary>M, F, or NUL where the text leaves it open.</summary>
    public char Gender { get; set; }

    /// <summary>Whether a given name, a title or a role shows that it is a person.</summary>
    public bool Sure { get; set; }

    /// <summary>The words for what they are, such as <c>minister</c>.</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);
}
