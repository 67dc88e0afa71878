using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using OnRecord.Attribution.CopyDesk;
using OnRecord.Attribution.Tests.HeldOut;

namespace OnRecord.Attribution.Tests.CopyDesk;

public class AnyTextTests
{
    private const int Long = 200_000;

    [Property(MaxTest = 300)]
    public void No_text_throws(string? headline, string? deck, string? text) => Read(headline ?? "", deck, text ?? "");

    [Fact]
    public void No_naughty_string_throws()
    {
        if (Folders.Conformance("naughty-strings") is not { } folder)
        {
            Assert.Skip("shared/conformance is not beside the repository");
            return;
        }
        foreach (var text in JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "blns.json")))!)
            Read(text, text, text + " " + text + "\n\n" + text);
    }

    [Fact]
    public void No_run_of_random_bytes_throws()
    {
        var random = new Random(4);
        var bytes = new byte[3000];
        for (var round = 0; round < 100; round++)
        {
            random.NextBytes(bytes);
            Read(Encoding.Latin1.GetString(bytes), null, Encoding.UTF8.GetString(bytes));
            Read("", null, Encoding.Unicode.GetString(bytes));
        }
    }

    [Fact]
    public void Statements_that_lie_outside_the_text_do_no_harm() =>
        Should.NotThrow(() =>
            CopyNotes.Of(
                "Police deny leak",
                null,
                "Police said.",
                [
                    new()
                    {
                        Content = [new(3, 900)],
                        Source = new(-4, 2),
                        Cue = new(90, 80),
                        SourceName = "Police",
                    },
                    new() { Content = [], SourceName = "Police" },
                ]
            )
        );

    [Theory]
    [InlineData("Smith ")]
    [InlineData("Anna Smith")]
    [InlineData("killed 35 people. killed 36 people in 2019. ")]
    [InlineData("two weeks ago ")]
    [InlineData("the the ")]
    [InlineData("1,1,1")]
    [InlineData("one hundred ")]
    [InlineData("\"“'’")]
    [InlineData("A-B c'd ")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("...\n")]
    public void One_piece_over_and_over_is_read(string piece) =>
        Read(piece, null, string.Concat(Enumerable.Repeat(piece, Long / piece.Length)));

    [Fact]
    public void Many_names_that_are_near_one_another_are_read()
    {
        var random = new Random(7);
        char Letter() => (char)('a' + random.Next(26));
        var text = new StringBuilder();
        while (text.Length < Long)
            text.Append(
                CultureInfo.InvariantCulture,
                $"Anna Mar{Letter()}{Letter()}{Letter()}{(random.Next(9) == 0 ? "." : " met")} "
            );
        Read("", null, text.ToString());
    }

    private static void Read(string headline, string? deck, string text)
    {
        foreach (var language in (string[])["en", "uk", ""])
        foreach (var note in CopyNotes.Of(headline, deck, text, [], language))
        {
            Inside(note.Words, text);
            Inside(note.Other, text);
            Inside(note.HeadlineWords, headline);
        }
    }

    private static void Inside(Span? words, string text)
    {
        if (words is not { } span)
            return;
        span.Start.ShouldBeGreaterThanOrEqualTo(0);
        span.End.ShouldBeLessThanOrEqualTo(text.Length);
        span.Length.ShouldBeGreaterThan(0);
    }
}
