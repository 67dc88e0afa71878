using System.Text;

namespace OnRecord.Commands.Verification;

/// <summary>Words as they are compared: without white space, and with what it takes to show where they differ.</summary>
internal sealed class BareText
{
    private const int Around = 30;

    private readonly StringBuilder whole = new();
    private readonly StringBuilder bare = new();
    private readonly List<int> places = [];

    public string Bare => bare.ToString();

    public string Whole => whole.ToString();

    /// <summary>How many characters a reader sees.</summary>
    public int Length => Bare.EnumerateRunes().Count();

    public static BareText Of(params IEnumerable<string?> words)
    {
        var text = new BareText();
        foreach (var piece in words)
            text.Add(piece);
        return text;
    }

    public void Add(string? words)
    {
        foreach (var letter in words ?? "")
        {
            if (!IsWhite(letter))
            {
                bare.Append(letter);
                places.Add(whole.Length);
                whole.Append(letter);
            }
            else if (whole.Length > 0 && whole[^1] != ' ')
                whole.Append(' ');
        }
    }

    /// <summary>Parts words that stand in elements of their own; nothing for the comparison.</summary>
    public void Space() => Add(" ");

    /// <returns>Where the two differ, told; null where they do not.</returns>
    public static string? Difference(BareText shown, BareText meant)
    {
        var (one, other) = (shown.Bare, meant.Bare);
        if (one == other)
            return null;
        var at = 0;
        while (at < one.Length && at < other.Length && one[at] == other[at])
            at++;
        return $"the page says {shown.From(at)}, sealed is {meant.From(at)}";
    }

    // Unicode's White_Space and U+FEFF.
    private static bool IsWhite(char letter) => char.IsWhiteSpace(letter) || letter == '\uFEFF';

    private string From(int at)
    {
        if (bare.Length == 0)
            return "nothing";
        if (at >= places.Count)
            return $"“{Cut(Math.Max(0, whole.Length - Around), whole.Length)}” and no more";
        var start = places[at];
        return $"“{Cut(Math.Max(0, start - Around), Math.Min(whole.Length, start + Around))}”";
    }

    private string Cut(int from, int to)
    {
        while (from > 0 && whole[from - 1] != ' ')
            from--;
        while (to < whole.Length && whole[to] != ' ' && to - from < 4 * Around)
            to++;
        return $"{(from > 0 ? "…" : "")}{whole.ToString(from, to - from).Trim()}{(to < whole.Length ? "…" : "")}";
    }
}
