using System.Text;
using OnRecord.Documents;
using OnRecord.Imports;
using OnRecord.Platform;

namespace OnRecord.Tests.Imports;

public sealed class BadInputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-bad-").FullName;

    static BadInputTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void An_empty_file_is_refused() => Refusal("e.html", []).ShouldContain("is empty");

    [Fact]
    public void White_space_alone_is_refused() =>
        Refusal("w.txt", "  \n\t\n"u8.ToArray()).ShouldContain("nothing but white space");

    [Fact]
    public void A_file_of_200_megabytes_is_refused_unread()
    {
        var path = Path.Combine(folder, "large.html");
        using (var file = File.Create(path))
            file.SetLength(200L * 1024 * 1024);
        PageOpener.Open(path).Problems.Single().Message.ShouldContain("larger than 32 MB");
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452000000100000001008060000001FF3FF61")]
    [InlineData("7F454C4602010100000000000000000003003E0001000000")]
    [InlineData("504B03041400000008000000210000000000000000000000")]
    [InlineData("255044462D312E370A25E2E3CFD30A312030206F626A0A")]
    public void A_binary_file_is_refused(string hex) =>
        Refusal("b.html", Convert.FromHexString(hex)).ShouldContain("is not text");

    [Fact]
    public void A_page_that_is_all_navigation_is_refused()
    {
        var links = string.Concat(
            Enumerable.Range(1, 80).Select(number => $"<li><a href='/{number}'>Section number {number}</a></li>")
        );
        Refusal(
                "n.html",
                Encoding.UTF8.GetBytes(
                    $"<html><body><nav><ul>{links}</ul></nav><div><ul>{links}</ul></div></body></html>"
                )
            )
            .ShouldContain("No story was found");
    }

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("blockquote")]
    [InlineData("span")]
    [InlineData("table><tr><td")]
    public void Ten_thousand_nested_elements_end_in_a_story_or_a_sentence(string element)
    {
        var page = TestPages.Html(extra: string.Concat(Enumerable.Repeat($"<{element}>", 10_000)) + "deep");
        var outcome = Open("deep.html", Encoding.UTF8.GetBytes(page));
        (outcome.Value is not null || outcome.Problems.Length > 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void Unicode_is_read_with_and_without_its_mark(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        Open("u.html", [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Ukrainian(null))])
            .Value!.Headline.ShouldBe(Headline);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-u")]
    [InlineData("iso-8859-5")]
    public void A_declared_charset_is_believed(string charset) =>
        Open("d.html", Encoding.GetEncoding(charset).GetBytes(Ukrainian(charset))).Value!.Headline.ShouldBe(Headline);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Cyrillic_text_in_UTF_16_without_its_mark_is_read(string name) =>
        Open(
            "u.txt",
            Encoding
                .GetEncoding(name)
                .GetBytes(
                    $"{Headline}\n\nБригада виходить о четвертій ранку, коли місто ще спить, і її бачать тільки пекарі."
                )
        )
            .Value!.Headline.ShouldBe(Headline);

    [Fact]
    public void Signs_that_are_no_text_do_not_come_in()
    {
        var story = Open(
            "c.txt",
            Encoding.UTF8.GetBytes(
                $"{Headline}\u0001\n\nБригада виходить\u001b о четвертій ранку, коли місто ще спить, і її бачать тільки пекарі."
            )
        ).Value!;
        story.Headline.ShouldBe(Headline);
        PlainText.Of(story.Text).ShouldNotContain('\u001b');
    }

    [Fact]
    public void What_is_no_ordinary_file_is_refused() =>
        PageOpener.Open("/dev/zero").Problems.Single().Message.ShouldContain("not an ordinary file");

    [Fact]
    public void Windows_1251_is_known_without_being_declared()
    {
        var story = Open("w.html", Encoding.GetEncoding("windows-1251").GetBytes(Ukrainian(null))).Value!;
        story.Headline.ShouldBe(Headline);
        Open(
            "w.txt",
            Encoding
                .GetEncoding("windows-1251")
                .GetBytes(
                    $"{Headline}\n\nБригада виходить о четвертій ранку, коли місто ще спить, і її бачать тільки пекарі."
                )
        )
            .Value!.Headline.ShouldBe(Headline);
    }

    [Fact]
    public void A_page_that_declares_the_wrong_charset_is_read_as_what_it_is()
    {
        Open("x.html", Encoding.UTF8.GetBytes(Ukrainian("windows-1251"))).Value!.Headline.ShouldBe(Headline);
        Open("y.html", Encoding.GetEncoding("windows-1251").GetBytes(Ukrainian("utf-8")))
            .Value!.Headline.ShouldBe(Headline);
    }

    [Fact]
    public void Every_file_of_every_suite_ends_in_a_story_or_a_sentence()
    {
        var files = Directory
            .EnumerateFiles(Shared.Path("conformance"), "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length < 400_000);
        foreach (var file in files)
        {
            var outcome = PageOpener.Open(file);
            if (outcome.Value is { } story)
                ProseMirrorReader.Read(ProseMirrorWriter.Write(story.Text)).ShouldBe(story.Text, file);
            else
                outcome.Problems.Single().Message.ShouldEndWith(".");
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private const string Headline = "Хто лагодить дороги взимку";

    private static string Ukrainian(string? charset) =>
        $"""
            <html lang="uk"><head>{(
                charset is null ? "" : $"<meta charset=\"{charset}\">"
            )}<title>{Headline}</title></head><body><article><h1>{Headline}</h1>
            <p>Бригада виходить о четвертій ранку, коли місто ще спить, і що вона робить, бачать тільки пекарі та водії першого автобуса.</p>
            <p>«Ми встигаємо до світанку, якщо не падає сніг», каже бригадир. Торік вони залатали понад дві тисячі ям на дорогах округу.</p>
            <p>Завод, на якому вони працювали раніше, зачинили восени, і ніхто з колишніх робітників не знає, чи відчинять його навесні.</p></article></body></html>
            """;

    private Outcome<ReadStory> Open(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return PageOpener.Open(path);
    }

    private string Refusal(string name, byte[] bytes) => Open(name, bytes).Problems.Single().Message;
}
