using System.Globalization;
using System.Text;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Benchmarks.Wire;

/// <summary>Stories made by the number: each another, and the same in every run.</summary>
internal sealed class MadeStories
{
    private const int Vocabulary = 20_000;
    private static readonly string[] Beginnings =
    [
        "ba",
        "dor",
        "fen",
        "gal",
        "hest",
        "jo",
        "kel",
        "lum",
        "mar",
        "nol",
        "pre",
        "quil",
        "ros",
        "sta",
        "tor",
        "ul",
        "ver",
        "wil",
        "yar",
        "zen",
    ];
    private static readonly string[] Middles =
    [
        "",
        "a",
        "an",
        "er",
        "i",
        "il",
        "o",
        "on",
        "u",
        "um",
        "el",
        "es",
        "et",
        "or",
        "is",
        "at",
        "in",
        "ad",
        "ig",
        "ob",
        "ep",
        "us",
        "en",
        "al",
        "ir",
    ];
    private static readonly string[] Ends =
    [
        "",
        "bridge",
        "clay",
        "dale",
        "field",
        "ford",
        "gate",
        "hill",
        "ing",
        "lock",
        "marsh",
        "mill",
        "ness",
        "reed",
        "stone",
        "wood",
        "by",
        "ton",
        "wick",
        "ly",
        "ment",
        "s",
        "ed",
        "er",
        "ward",
        "dam",
        "weir",
        "ham",
        "shire",
        "ley",
        "mere",
        "fen",
        "port",
        "side",
        "well",
        "brook",
        "croft",
        "dyke",
        "ey",
        "garth",
    ];

    /// <summary>A word of rank 0 (in every tenth place) to 19,999 (in one of some hundred thousand).</summary>
    public static string Word(int rank) => Beginnings[rank % 20] + Middles[rank / 20 % 25] + Ends[rank / 500 % 40];

    /// <param name="words">How many its text has.</param>
    /// <param name="sources">How many statements its ledger has.</param>
    public static StoryContent Content(int number, int words, int sources, Guid? section, string[] topics)
    {
        var random = new Random(number);
        var lines = Enumerable.Range(0, sources).Select(at => Line(number, at)).ToList();
        var paragraphs = Math.Max(1, words / 38);
        var blocks = new List<Block>();
        for (var at = 0; at < paragraphs; at++)
        {
            var plain = Sentence(random, words / paragraphs);
            Inline[] inlines =
                at < sources
                    ?
                    [
                        new Text($"{plain} "),
                        new Text($"“{Sentence(random, 8)},”") { Marks = [new Documents.Attribution(lines[at].Id)] },
                        new Text($" said {lines[at].Source.Name}."),
                    ]
                    : [new Text(plain)];
            blocks.Add(new Paragraph([.. inlines]));
        }
        return new StoryContent
        {
            Headline = $"{Capital(Sentence(random, 7))} {number}",
            Deck = Sentence(random, 16),
            Language = "en",
            SectionId = section,
            Byline = [$"{Capital(Word(number % 40))} {Capital(Word(500 + (number % 40)))}"],
            Topics = [.. topics],
            Text = new StoryDocument([.. blocks]),
            Ledger = [.. lines],
            Lead =
                sources == 0
                    ? null
                    : new LeadPicture(
                        new string((char)('a' + (number % 6)), 64),
                        1600,
                        1067,
                        Sentence(random, 9),
                        Sentence(random, 12),
                        "M. Reyes"
                    ),
        };
    }

    private static LedgerLine Line(int story, int at) =>
        new()
        {
            Id = $"{story:x}-{at}",
            Source =
                at % 3 == 2
                    ? new LedgerSource
                    {
                        Kind = SourceKind.Outlet,
                        Name = $"{Capital(Word(at))} Courier",
                        IsNamed = true,
                        Address = "https://example.org/courier",
                    }
                    : new LedgerSource
                    {
                        Kind = SourceKind.Person,
                        Name = $"{Capital(Word(at * 7))} {Capital(Word(600 + at))}",
                        Role = "chair",
                        Affiliation = "Lowland water board",
                        IsNamed = true,
                    },
            Form = Form.Direct,
            Standing = SourceStanding.OnRecord,
            Channel = Channel.SaidToUs,
            SaidOn = new DateOnly(2026, 3, 1 + at),
            IsChecked = true,
        };

    private static string Sentence(Random random, int words)
    {
        var sentence = new StringBuilder();
        for (var at = 0; at < words; at++)
            sentence.Append(at == 0 ? "" : " ").Append(at == words / 2 && words > 20 ? "water" : Word(Rank(random)));
        return sentence.ToString();
    }

    // Few words are common and most are rare, as in a language (Zipf).
    private static int Rank(Random random) =>
        Math.Min(Vocabulary - 1, (int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary)) - 1);

    private static string Capital(string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(word[0])}{word[1..]}");
}
