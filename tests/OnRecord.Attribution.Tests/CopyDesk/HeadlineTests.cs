namespace OnRecord.Attribution.Tests.CopyDesk;

public class HeadlineTests
{
    [Theory]
    [InlineData(
        "Sarvia Denies Sale of Trawlers to Ontell",
        "Sarvia|indicated|it would not sell trawlers to Ontell",
        "Denies / indicated"
    )]
    [InlineData("Mayor admits taking gifts", "The mayor|said|the gifts were taken in good faith", "admits / said")]
    [InlineData("Study proves tea prevents colds", "The study|suggests|tea may prevent colds", "proves / suggests")]
    [InlineData("Minister confirms tax cut", "The minister|hinted|at a tax cut", "confirms / hinted")]
    [InlineData("Minister confirms tax cut", "The minister|said|a tax cut could come in spring", "confirms / said")]
    [InlineData(
        "Union vows strike at brewery",
        "The union|suggested|a strike at the brewery was possible",
        "vows / suggested"
    )]
    [InlineData("Coach says Oakes will leave", "The coach|hinted|Oakes would leave", "says / hinted")]
    [InlineData("Company denies leak", "The company|said|it was looking into the leak", "denies / said")]
    [InlineData("Scientists prove tea prevents colds", "The study|suggests|tea may prevent colds", "prove / suggests")]
    [InlineData("Brewer Holm to cut 900 jobs", "Holm|said|it could cut up to 900 jobs", "to / could")]
    public void A_headline_that_says_more_than_its_subject_does_is_noted(string headline, string said, string values) =>
        Desk.Under(headline, said).ShouldBe(["HeadlineSaysMore: " + values]);

    [Theory]
    [InlineData("Sarvia Denies Sale of Trawlers to Ontell", "Sarvia|denied|the sale of trawlers")]
    [InlineData("Sarvia Denies Sale of Trawlers to Ontell", "Sarvia|rejected|any talk of a sale")]
    [InlineData("Company denies leak", "The company|said|there was no leak")]
    [InlineData("Mayor admits taking gifts", "The mayor|acknowledged|taking the gifts")]
    [InlineData("Study proves tea prevents colds", "The study|found|tea prevents colds")]
    [InlineData("Union vows strike at brewery", "The union|said|it would strike at the brewery")]
    [InlineData("Minister may confirm tax cut", "The minister|hinted|at a tax cut")]
    [InlineData("Opposition denies leak", "The company|said|it was looking into the leak")]
    [InlineData("Company denies leak", "The company|said|its profit had risen")]
    [InlineData("Council sends back plan for homes", "The council|suggested|the plan for homes was too large")]
    [InlineData("Company denies leak", "A fire broke out near the pipe.")]
    [InlineData("Brewer Holm to cut 900 jobs", "Holm|said|it would cut 900 jobs")]
    [InlineData("Plan to cut 900 jobs at Holm", "Holm|said|it could cut up to 900 jobs")]
    public void A_headline_that_its_text_bears_out_is_not(string headline, string said) =>
        Desk.Under(headline, said).ShouldBeEmpty();

    [Fact]
    public void One_statement_that_bears_the_headline_out_is_enough() =>
        Desk.Under("Sarvia denies sale", "Sarvia|hinted|a sale was far off", "Sarvia's envoy|denied|any sale")
            .ShouldBeEmpty();

    [Fact]
    public void Who_declines_to_comment_neither_denies_nor_admits() =>
        Desk.Under(
                "Bank denies losses",
                "The bank|said|the losses were under review",
                "The bank|declined to|comment on losses"
            )
            .Length.ShouldBe(1);
}
