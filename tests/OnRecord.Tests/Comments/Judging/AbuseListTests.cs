using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

public class AbuseListTests
{
    [Theory]
    [InlineData("What a cunt.", "cunt")]
    [InlineData("You FAGGOTS!", "FAGGOTS")]
    [InlineData("f u c k  y o u, he said", "f u c k  y o u")]
    [InlineData("c.u.n.t", "c.u.n.t")]
    [InlineData("wh0re", "wh0re")]
    [InlineData("b1tch!", "b1tch!")]
    [InlineData("$lut", "$lut")]
    [InlineData("cuuuunt", "cuuuunt")]
    [InlineData("cuunt", "cuunt")]
    [InlineData("cu\u200bnt", "cu\u200bnt")]
    [InlineData("сunt with one Cyrillic letter", "сunt")]
    [InlineData("Go and die already", "Go and die")]
    [InlineData("just kill yourself", "kill yourself")]
    [InlineData("ти підор", "підор")]
    [InlineData("підорасина якась", "підорасина")]
    [InlineData("с у к а", "с у к а")]
    [InlineData("с-у-к-а", "с-у-к-а")]
    [InlineData("cyкa ти", "cyкa")]
    [InlineData("cyka blyat", "cyka")]
    [InlineData("Щоб ти здох!", "Щоб ти здох")]
    [InlineData("Сдохни, тварюга", "Сдохни")]
    [InlineData("вот же пидорасы", "пидорасы")]
    public void A_word_of_the_list_is_found_through_its_disguise(string text, string found) =>
        AbuseList.Shipped.Find(CommentText.Of(text)).ShouldBe(found);

    [Theory]
    [InlineData("The Scunthorpe steelworks, in Penistone and Sussex, with a cocktail.")]
    [InlineData("The class assassin passed the assessment of grass in Essex.")]
    [InlineData("A raccoon and a tycoon in a cocoon.")]
    [InlineData("He was niggardly with the spices, and the audience sniggered.")]
    [InlineData("Dickens, Hancock, Cockburn and Titus played in the shiitake league.")]
    [InlineData("Therapist, analyst, document, circumvent, country, countess.")]
    [InlineData("Сукупність доказів, сукулент, сукно, осука і посуха.")]
    [InlineData("Жидачів, жидкий, нежить, прожиткова, нажити.")]
    [InlineData("Хохломская роспись, хохолок, схоластика.")]
    [InlineData("Застрахуй майно, не психуй, пастух уяви не має.")]
    [InlineData("Команда, мандат, требовать, потребление, хлеб, небо, употреблять.")]
    [InlineData("Нігер і Нігерія підписали угоду.")]
    [InlineData("It's a well-known, 24/7, on-and-off, 3-to-1, A+ idea @ 5pm!")]
    [InlineData("It's a damn shame, the hell with it; this is crap and he is an idiot.")]
    [InlineData("Чорт забирай, який же він дурень і брехун.")]
    public void Harmless_words_with_bad_ones_inside_are_let_be(string text) =>
        AbuseList.Shipped.Find(CommentText.Of(text)).ShouldBeNull();

    [Fact]
    public void A_newsroom_adds_words_and_takes_some_off()
    {
        var own = AbuseList.Shipped.With(["Flimflam", "двірняг*", "shady dealer"], ["paki"]);
        Found(own, "what a f.l.i.m.f.l.a.m").ShouldNotBeNull();
        Found(own, "ці двірняги").ShouldBe("двірняги");
        Found(own, "a Shady  dealer, he").ShouldBe("Shady  dealer");
        Found(own, "PAKI").ShouldBeNull();
        Found(own, "cunt").ShouldBe("cunt");
        Found(AbuseList.Shipped, "flimflam").ShouldBeNull();
        Found(AbuseList.Shipped, "PAKI").ShouldBe("PAKI");
    }

    [Fact]
    public void Lines_that_say_nothing_match_nothing()
    {
        var own = AbuseList.Shipped.With(["", "  ", "*", " * ", "!!!"], [""]);
        Found(own, "An ordinary sentence, with *stars* and !!! in it.").ShouldBeNull();
    }

    [Fact]
    public void A_listed_word_holds_a_comment_and_never_rejects_it()
    {
        var judgment = CommentJudge.Shipped.Judge(
            "The minister is a cunt and everybody at the ministry knows it by now."
        );
        judgment.Verdict.ShouldBe(Verdict.Hold);
        judgment.Reasons.ShouldContain(new Reason("Abuse", "cunt"));
    }

    private static string? Found(AbuseList list, string text) => list.Find(CommentText.Of(text));
}
