using System.Text;
using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

/// <summary>Comments that people have judged: those of shared/conformance, and our own training lines. The benchmarks read them here too.</summary>
internal sealed class Corpora(string shared)
{
    public static readonly string[] Videos = ["Youtube01-Psy", "Youtube02-KatyPerry", "Youtube03-LMFAO"];

    private const float VideoWeight = 4;
    private const float TextMessageWeight = 0.3f;
    private const float SpunWeight = 0.3f;
    private const float OwnWeight = 3;

    /// <summary>Comments below one film, in the form they were collected in: with tags and entities.</summary>
    public IReadOnlyList<JudgedComment> Video(string name) =>
        [
            .. Csv.Rows(File.ReadAllText(Suite("spam-youtube", $"{name}.csv")))
                .Skip(1)
                .Where(row => row.Count >= 5)
                .Select(row => new JudgedComment(row[3], row[4].Trim() == "1", VideoWeight, name)),
        ];

    public IReadOnlyList<JudgedComment> TextMessages() =>
        [
            .. File.ReadLines(Suite("spam-sms", "SMSSpamCollection"))
                .Skip(1)
                .Select(line => line.Split('\t', 2))
                .Where(parts => parts.Length == 2)
                .Select(parts => new JudgedComment(parts[1], parts[0] == "spam", TextMessageWeight, "SMS")),
        ];

    /// <summary>What readers of newspapers wrote. Their licence is non-commercial: they measure, they never train what ships.</summary>
    public IReadOnlyList<string> NewsReaders() =>
        [
            .. Csv.Rows(File.ReadAllText(Suite("news-comments", "corpus", "val.csv")))
                .Skip(1)
                .Where(row => row.Count > 2)
                .Select(row => row[2]),
        ];

    /// <summary>Spam that praises a page, from the patterns it is spun from; one of each, always the same.</summary>
    public IReadOnlyList<JudgedComment> Spun() =>
        [
            .. SpunText
                .Of(File.ReadAllText(Suite("spam-blocklist", "reference", "constructs.txt")))
                .Select(text => new JudgedComment(text, true, SpunWeight, "spun")),
        ];

    /// <summary>The lines that lie beside the filter in this repository.</summary>
    public static IReadOnlyList<JudgedComment> Ours(string repository) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(repository, "src/OnRecord/Comments/Judging/Training"), "*.txt")
                .Order(StringComparer.Ordinal)
                .SelectMany(file =>
                    File.ReadLines(file)
                        .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
                        .Select(line => new JudgedComment(
                            line,
                            Path.GetFileName(file).StartsWith("spam", StringComparison.Ordinal),
                            OwnWeight,
                            Path.GetFileNameWithoutExtension(file)
                        ))
                ),
        ];

    /// <summary>Everything that may train what ships.</summary>
    public IReadOnlyList<JudgedComment> All(string repository) =>
        [.. Videos.SelectMany(Video), .. TextMessages(), .. Spun(), .. Ours(repository)];

    /// <summary>The repository this program was built in; null where it stands alone.</summary>
    public static string? Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
            folder = folder.Parent;
        return folder?.FullName;
    }

    private string Suite(params ReadOnlySpan<string> parts) => Path.Combine([shared, "conformance", .. parts]);

    private static class Csv
    {
        // RFC 4180: a quoted field may hold commas, doubled quotes and line breaks.
        public static IEnumerable<List<string>> Rows(string text)
        {
            var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
            for (var at = 0; at < text.Length; at++)
            {
                var letter = text[at];
                if (quoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
                    field.Append(text[++at]);
                else if (letter == '"' && (quoted || field.Length == 0))
                    quoted = !quoted;
                else if (!quoted && letter is ',' or '\n')
                {
                    row.Add(field.ToString().TrimEnd('\r'));
                    field.Clear();
                    if (letter == ',')
                        continue;
                    yield return row;
                    row = [];
                }
                else
                    field.Append(letter);
            }
            if (row.Count > 0 || field.Length > 0)
                yield return [.. row, field.ToString()];
        }
    }
}
