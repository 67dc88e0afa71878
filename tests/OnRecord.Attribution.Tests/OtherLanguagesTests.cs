namespace OnRecord.Attribution.Tests;

public class OtherLanguagesTests
{
    private static string[] Read(string text, string language) =>
        [
            .. FindAttributions
                .In(text, language)
                .Select(one =>
                    $"{one.SourceName ?? "?"}: {string.Join(" … ", one.Content.Select(span => text[span.Start..span.End]))}"
                ),
        ];

    [Theory]
    [InlineData("„Wir haben kein Geld mehr“, sagte Anna Berg am Montag.", "Anna Berg: „Wir haben kein Geld mehr“")]
    [InlineData("Anna Berg sagte, dass die Brücke sicher ist.", "Anna Berg: die Brücke sicher ist")]
    [InlineData(
        "Anna Berg erklärte: „Die Brücke ist sicher und bleibt offen.“",
        "Anna Berg: „Die Brücke ist sicher und bleibt offen.“"
    )]
    [InlineData("Laut Polizei wurden zwei Männer festgenommen.", "Polizei: wurden zwei Männer festgenommen")]
    public void German_is_read_by_its_marks_and_commonest_verbs(string text, string told) =>
        Read(text, "de-AT").ShouldBe([told]);

    [Theory]
    [InlineData("«Ми не маємо грошей на міст», — сказав Іван Коваль.", "Іван Коваль: «Ми не маємо грошей на міст»")]
    [InlineData("Іван Коваль заявив, що міст безпечний.", "Іван Коваль: міст безпечний")]
    [InlineData("За словами Івана Коваля, міст безпечний.", "Івана Коваля: міст безпечний")]
    public void Ukrainian_is_read_by_its_marks_and_commonest_verbs(string text, string told) =>
        Read(text, "uk").ShouldBe([told]);

    [Fact]
    public void Other_languages_are_read_by_their_quotation_marks_alone() =>
        Read("« Nous n’avons plus un sou », a dit Anne Berger.", "fr").ShouldBe(["?: « Nous n’avons plus un sou »"]);
}
