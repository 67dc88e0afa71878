using System.Text;

namespace OnRecord.Documents;

/// <summary>The passages that marks of attribution tie to a ledger of sources.</summary>
public static class MarkedPassages
{
    /// <summary>The words under each attribution, in the order in which the attributions begin; pieces in several places are joined by a space.</summary>
    /// <returns>The id of each, with its words.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(StoryDocument document)
    {
        var (order, words) = (new List<string>(), new Dictionary<string, StringBuilder>());
        Lines.All(
            document,
            (line, _) =>
            {
                var within = new HashSet<string>();
                foreach (var inline in line)
                {
                    if (inline.Marks.Count == 0)
                    {
                        within = [];
                        continue;
                    }
                    var here = inline.Marks.OfType<Attribution>().Select(mark => mark.Id).ToHashSet();
                    foreach (var id in here)
                    {
                        if (!words.TryGetValue(id, out var said))
                        {
                            order.Add(id);
                            words[id] = said = new StringBuilder();
                        }
                        if (!within.Contains(id) && said.Length > 0)
                            said.Append(' ');
                        said.Append(PlainText.Of([inline]));
                    }
                    within = here;
                }
            }
        );
        return [.. order.Select(id => KeyValuePair.Create(id, words[id].ToString()))];
    }

    /// <summary>The document without the attributions whose id does not hold.</summary>
    public static StoryDocument Keep(StoryDocument document, Func<string, bool> holds) =>
        Of(document).All(passage => holds(passage.Key))
            ? document
            : Rewrite.Inlines(
                document,
                line =>
                    line.Select(inline =>
                            inline with
                            {
                                Marks = inline
                                    .Marks.Where(mark => mark is not Attribution said || holds(said.Id))
                                    .ToValueList(),
                            }
                        )
                        .ToValueList()
            );
}
