using System.Globalization;
using System.Text;

namespace OnRecord.Attribution.Tests.HeldOut;

/// <summary>Reads the marked texts of this folder; README.md tells the marks.</summary>
internal static class HeldOutText
{
    /// <summary>All texts, in the order of their names.</summary>
    public static IReadOnlyList<GoldText> All() =>
        [
            .. Directory
                .EnumerateFiles(Folders.Texts, "*.txt")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(Path.GetFileName(file), File.ReadAllText(file))),
        ];

    /// <summary>One text.</summary>
    /// <exception cref="FormatException">A mark is not closed, or a statement lacks its words or its row below the line.</exception>
    public static GoldText Read(string file, string marked)
    {
        var parts = marked.ReplaceLineEndings("\n").Split("\n---\n");
        if (parts.Length != 2)
            throw new FormatException($"{file}: one line of three hyphens parts the text from the names.");
        var (text, marks) = Strip(file, parts[0]);
        var names = Names(file, parts[1]);
        var gold = marks.GroupBy(mark => mark.Number).Select(group => Gold(file, group.Key, [.. group], names));
        return new(file, text, [.. gold.OrderBy(one => one.Content[0].Start)]);
    }

    private static (string Text, List<(int Number, char What, Span Span)> Marks) Strip(string file, string marked)
    {
        var text = new StringBuilder();
        var marks = new List<(int, char, Span)>();
        var open = new Stack<(string Tags, int Start)>();
        for (var at = 0; at < marked.Length; at++)
            if (marked[at] == '{')
            {
                var colon = marked.IndexOf(':', at);
                open.Push((marked[(at + 1)..colon], text.Length));
                at = colon;
            }
            else if (marked[at] == '}')
            {
                if (!open.TryPop(out var mark))
                    throw new FormatException($"{file}: a mark is closed that was not opened, after “{text}”");
                marks.AddRange(
                    Tags(mark.Tags).Select(tag => (tag.Number, tag.What, new Span(mark.Start, text.Length)))
                );
            }
            else
                text.Append(marked[at]);
        return open.Count == 0 ? (text.ToString(), marks) : throw new FormatException($"{file}: a mark is not closed.");
    }

    private static IEnumerable<(int Number, char What)> Tags(string tags)
    {
        var number = 0;
        foreach (var sign in tags)
            if (char.IsAsciiDigit(sign))
                number = (number * 10) + sign - '0';
            else
            {
                yield return (number, sign);
                number = 0;
            }
    }

    private static Dictionary<int, string[]> Names(string file, string rows)
    {
        var names = new Dictionary<int, string[]>();
        foreach (var row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (row.Split(": ", 2) is not [var numbers, var source])
                throw new FormatException($"{file}: “{row}” is no row of names.");
            foreach (var number in numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                names.Add(int.Parse(number, CultureInfo.InvariantCulture), source.Split(" | "));
        }
        return names;
    }

    private static GoldAttribution Gold(
        string file,
        int number,
        List<(int Number, char What, Span Span)> marks,
        Dictionary<int, string[]> names
    )
    {
        IReadOnlyList<Span> Spans(string what) =>
            [.. marks.Where(mark => what.Contains(mark.What)).Select(mark => mark.Span).OrderBy(span => span.Start)];

        var content = Spans("crt");
        if (content.Count == 0)
            throw new FormatException($"{file}: statement {number} has no words.");
        var source = Spans("s");
        if (source.Count > 0 && !names.ContainsKey(number))
            throw new FormatException($"{file}: the source of statement {number} has no row below the line.");
        var row = names.GetValueOrDefault(number);
        return new()
        {
            Content = content,
            Speech = Spans("t").Count == 0,
            Refusal = Spans("r").Count > 0,
            Source = source,
            Via = Spans("v"),
            Cue = Spans("q"),
            Name = row?[0],
            Kind = row is null ? null : Enum.Parse<SourceKind>(row[1].Replace(" ", ""), ignoreCase: true),
            Standing = row switch
            {
                null => null,
                [_, _, "anonymous"] => Standing.Anonymous,
                _ => Standing.Named,
            },
        };
    }
}
