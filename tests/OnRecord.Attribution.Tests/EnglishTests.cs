namespace OnRecord.Attribution.Tests;

public class EnglishTests
{
    private static string[] Read(string text) => [.. FindAttributions.In(text).Select(one => Told(text, one))];

    private static string Told(string text, Proposal one) =>
        $"{one.SourceName ?? "?"}: {string.Join(" … ", one.Content.Select(span => text[span.Start..span.End]))}";

    [Theory]
    [InlineData("Police said two men were held.", "Police: two men were held")]
    [InlineData(
        "The mayor told reporters on Monday that the bridge would stay shut.",
        "the mayor: the bridge would stay shut"
    )]
    [InlineData("The bridge will stay shut, the mayor said on Monday.", "the mayor: The bridge will stay shut")]
    [InlineData(
        "The bridge will stay shut, said Maria Costa, head of the agency.",
        "Maria Costa: The bridge will stay shut"
    )]
    [InlineData("The bridge, said Maria Costa, is safe.", "Maria Costa: The bridge … is safe")]
    [InlineData(
        "“We ran out of money,” Anna Berg said. “It was never enough.”",
        "Anna Berg: “We ran out of money,” … “It was never enough.”"
    )]
    [InlineData(
        "“We ran out,” said Anna Berg, who runs the agency, “and will again.”",
        "Anna Berg: “We ran out,” … “and will again.”"
    )]
    [InlineData("According to the ministry, 300 people fell ill.", "the ministry: 300 people fell ill")]
    [InlineData(
        "Three hundred people fell ill, according to Anna Berg, who lives there.",
        "Anna Berg: Three hundred people fell ill"
    )]
    [InlineData("Ann Bell was quoted as saying the talks had failed.", "Ann Bell: the talks had failed")]
    [InlineData("It was announced on Friday that the factory would close.", "?: the factory would close")]
    [InlineData("He denied taking money.", "?: taking money")]
    [InlineData(
        "The report found that 40 percent of the pipes were old.",
        "the report: 40 percent of the pipes were old"
    )]
    [InlineData(
        "Doctors at the clinic say they have run out of beds.",
        "Doctors at the clinic: they have run out of beds"
    )]
    [InlineData("As Ann Bell told the council, the road was closed.", "Ann Bell: the road was closed")]
    [InlineData("Ann Bell urged residents not to use the road.", "Ann Bell: not to use the road")]
    [InlineData("The prosecutor accused Tom Hill of lying to the court.", "the prosecutor: lying to the court")]
    [InlineData(
        "Northwind Energy did not respond to a request for comment.",
        "Northwind Energy: respond to a request for comment"
    )]
    [InlineData("Police: two held after fire", "Police: two held after fire")]
    public void What_is_said_is_found_in_every_order(string text, string told) => Read(text).ShouldBe([told]);

    [Theory]
    [InlineData("The council announced a plan to close two schools.")]
    [InlineData("Critics might say the plan is too costly.")]
    [InlineData("If Ann Bell says she is sorry, the case will end.")]
    [InlineData("There are claims that the road was closed.")]
    [InlineData("Ann Bell thinks the road is fine.")]
    [InlineData("The firm maintains a fleet of 40 ships.")]
    [InlineData("Asylum claims rose in May.")]
    public void What_nobody_said_is_not_proposed(string text) => Read(text).ShouldBeEmpty();

    [Fact]
    public void A_second_statement_of_the_same_speaker_stands_alone() =>
        Read("Ann Bell said the road was closed and argued that nobody had been told, adding that she was angry.")
            .ShouldBe(["Ann Bell: the road was closed", "Ann Bell: nobody had been told", "Ann Bell: she was angry"]);

    [Fact]
    public void Another_speaker_ends_what_the_first_one_said() =>
        Read("The fire service said the blaze began indoors, while police said they were treating it as arson.")
            .ShouldBe(["the fire service: the blaze began indoors", "police: they were treating it as arson"]);

    [Fact]
    public void Pronouns_and_surnames_go_back_to_the_name_in_full() =>
        Read("Mayor Anna Berg spoke on Monday. She said the bridge was safe. Berg said it had been tested.")
            .ShouldBe(["Anna Berg: the bridge was safe", "Anna Berg: it had been tested"]);

    [Fact]
    public void What_an_outlet_passes_on_is_its_sources_through_the_outlet()
    {
        var found = FindAttributions
            .In("The Herald reported that Anna Berg told officials that the bridge was safe.")
            .ShouldHaveSingleItem();
        (found.SourceName, found.Via?.Name).ShouldBe(("Anna Berg", "The Herald"));
    }

    [Fact]
    public void Whom_an_outlet_cites_is_the_source()
    {
        var found = FindAttributions
            .In("Reuters reported that the plant would close, citing two people familiar with the plan.")
            .ShouldHaveSingleItem();
        (found.SourceName, found.Kind, found.Standing, found.Via?.Name).ShouldBe(
            ("two people familiar with the plan", SourceKind.Group, Standing.Anonymous, "Reuters")
        );
    }

    [Fact]
    public void A_quotation_goes_on_in_the_next_paragraph_that_opens_it_again() =>
        FindAttributions
            .In("“This is the first thing I want to say,” said Ann Bell. “And this the second.\n\n“This is the third.”")
            .ShouldHaveSingleItem()
            .Content.Count.ShouldBe(3);

    [Fact]
    public void Apostrophes_open_no_quotation() =>
        FindAttributions
            .In("The teachers’ union’s members don’t march on the workers’ day in the ’90s.")
            .ShouldBeEmpty();

    [Fact]
    public void Forms_are_told_apart() =>
        FindAttributions
            .In(
                "Ann Bell said: “We are ready to go.” She said the road was “a trap”. She said it was late. She declined to comment."
            )
            .Select(one => one.Form)
            .ShouldBe([Form.Direct, Form.Mixed, Form.Indirect, Form.Refusal]);
}
