using System.Globalization;

namespace OnRecord.Documents;

/// <summary>Writes the pieces of passages that are tied to a source, and finds where each ends, which is known only when the whole text is written.</summary>
internal sealed class PassageWriter(Func<string, PassageRendering?> renderings)
{
    private readonly Dictionary<string, PassageRendering?> known = [];
    private readonly Dictionary<string, int> ends = [];

    /// <summary>A line's marks with those of shown passages outermost: the number is a link, and no link may hold another.</summary>
    public ValueList<Mark> Outermost(ValueList<Mark> marks)
    {
        if (!HasAttribution(marks))
            return marks;
        var passages = marks.OfType<Attribution>().Where(mark => Of(mark) is not null).Distinct();
        return passages
            .OrderBy(mark => Of(mark)!.Number)
            .Concat(marks.Where(mark => mark is not Attribution))
            .ToValueList();
    }

    private static bool HasAttribution(ValueList<Mark> marks)
    {
        for (var at = 0; at < marks.Count; at++)
            if (marks[at] is Attribution)
                return true;
        return false;
    }

    public void Open(HtmlText html, Attribution passage) => html.Open("span", ("class", Of(passage)!.Class));

    public void Close(HtmlText html, Attribution passage)
    {
        ends[passage.Id] = html.Length;
        html.Close("span");
    }

    /// <summary>The text with the numbers in it, cut where its blocks end.</summary>
    /// <param name="written">The text without numbers.</param>
    /// <param name="blocks">Where each block ends in it.</param>
    public IReadOnlyList<HtmlPart> Parts(string written, IReadOnlyList<int> blocks)
    {
        var (parts, at, next) = (new List<HtmlPart>(), 0, 0);
        var numbers = ends.OrderBy(end => end.Value).ToList();
        foreach (var end in blocks)
        {
            // Most blocks have no number, and are copied once.
            if (next == numbers.Count || numbers[next].Value > end)
            {
                parts.Add(new HtmlPart(written[at..end], []));
                at = end;
                continue;
            }
            var (part, passages) = (new System.Text.StringBuilder(2 * (end - at)), new List<string>());
            for (; next < numbers.Count && numbers[next].Value <= end; next++)
            {
                part.Append(written, at, numbers[next].Value - at).Append(Number(known[numbers[next].Key]!));
                at = numbers[next].Value;
                passages.Add(numbers[next].Key);
            }
            parts.Add(new HtmlPart(part.Append(written, at, end - at).ToString(), passages.ToValueList()));
            at = end;
        }
        return parts;
    }

    private static string Number(PassageRendering passage) =>
        new HtmlText()
            .Open("sup")
            .Open(
                "a",
                ("href", $"#{passage.Note}"),
                ("id", passage.Place),
                ("role", "doc-noteref"),
                ("aria-label", passage.Label),
                ("aria-describedby", passage.Note),
                ("lang", passage.Language)
            )
            .Words(passage.Number.ToString(CultureInfo.InvariantCulture))
            .Close("a")
            .Close("sup")
            .ToString();

    private PassageRendering? Of(Attribution passage)
    {
        if (!known.TryGetValue(passage.Id, out var rendering))
            known[passage.Id] = rendering = renderings(passage.Id);
        return rendering;
    }
}

/// <summary>One block of a text as HTML.</summary>
/// <param name="Html">The block, with the numbers of the passages that end in it.</param>
/// <param name="Passages">The ids of those passages, in the order in which they end: after this block is the place for their notes.</param>
public sealed record HtmlPart(string Html, ValueList<string> Passages);
