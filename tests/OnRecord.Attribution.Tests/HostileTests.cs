using System.Text;
using FsCheck.Xunit;

namespace OnRecord.Attribution.Tests;

public class HostileTests
{
    private static readonly string[] Languages = ["en", "de", "uk", "fr"];

    public static TheoryData<string> Repeats =>
        [
            "“",
            "\"",
            "'",
            "’ ",
            "said ",
            "said, ",
            "“a” ",
            "(",
            "[",
            "Smith, ",
            "— ",
            "“ “ ",
            "he said that ",
            "and said ",
            "Smith said, ",
            "according to ",
            "\n\n“a",
            "who said ",
            "Smith and ",
            ", adding that he ",
            "“Yes.” ",
            "U.S. ",
            "«",
            "„",
        ];

    private static void Check(string text)
    {
        foreach (var language in Languages)
        {
            foreach (var proposal in FindAttributions.In(text, language))
            {
                proposal.Content.ShouldNotBeEmpty();
                foreach (
                    var span in (IEnumerable<Span>)
                        [.. proposal.Content, proposal.Source ?? new(0, 1), proposal.Cue ?? new(0, 1)]
                )
                    (span.Start >= 0 && span.Start < span.End && span.End <= text.Length).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Repeats))]
    public void The_same_thing_over_and_over_is_read(string part) =>
        Check(string.Concat(Enumerable.Repeat(part, 20_000 / part.Length)));

    [Fact]
    public void Halves_of_characters_are_read()
    {
        Check(new string('\ud800', 20_000));
        Check(new string('\udc00', 20_000));
    }

    [Fact]
    public void One_sentence_of_a_million_characters_is_read() =>
        Check(string.Concat(Enumerable.Repeat("then he said the fox was over the dog and ", 24_000)));

    [Property(MaxTest = 300)]
    public void Any_string_is_read(string? text) => Check(text ?? "");

    [Fact]
    public void Random_bytes_are_read()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        Check(Encoding.UTF8.GetString(bytes));
        Check(Encoding.Latin1.GetString(bytes));
    }

    [Fact]
    public void Words_in_any_order_are_read()
    {
        string[] words =
        [
            "said",
            "Smith",
            ",",
            "“",
            "”",
            "\"",
            "that",
            "and",
            "who",
            "the",
            ".",
            "\n\n",
            "told",
            "police",
            "was",
            "according",
            "to",
            "—",
            "claims",
            "he",
            "’",
            "'",
            "(",
            ")",
            ":",
            "saying",
            "of",
        ];
        var random = new Random(11);
        Check(string.Join(' ', Enumerable.Range(0, 20_000).Select(_ => words[random.Next(words.Length)])));
    }

    [Fact]
    public void Every_file_of_the_outside_suites_is_read()
    {
        foreach (var file in Directory.EnumerateFiles(Shared.Folder("conformance"), "*", SearchOption.AllDirectories))
            Check(Shared.Text(file));
    }

    [Fact]
    public void The_same_text_gives_the_same_answer()
    {
        const string text =
            "“We are ready,” Ann Bell told the Herald. She said the road was closed, according to police.";
        FindAttributions.In(text).ShouldBe(FindAttributions.In(text));
    }
}
