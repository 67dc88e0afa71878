using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

/// <summary>The bars of the filter, on comments below a film that it was not trained on, and on readers of newspapers, who never train it.</summary>
public class AcrossCorporaTests
{
    [Theory]
    [InlineData("Youtube01-Psy")]
    [InlineData("Youtube02-KatyPerry")]
    [InlineData("Youtube03-LMFAO")]
    public void Spam_below_a_film_it_has_not_seen_is_stopped_and_its_honest_comments_are_not(string video)
    {
        var (corpora, repository) = (new Corpora(Shared.Path()), Corpora.Repository());
        if (repository is null)
            Assert.Skip("The training lines lie in the repository.");
        var model = new AcrossCorpora(corpora, Corpora.Ours(repository)).WithoutVideo(video);
        var below = AcrossCorpora.Judged(video, model, corpora.Video(video));
        below.Recall.ShouldBeGreaterThan(0.935, below.ToString());
        below.FalseHolds.ShouldBeLessThan(0.08, below.ToString());
        var news = AcrossCorpora.Judged(
            "news",
            model,
            [.. corpora.NewsReaders().Select(text => new JudgedComment(text, false))]
        );
        news.FalseHolds.ShouldBeLessThan(0.01, news.ToString());
        news.HonestRejected.ShouldBe(0, news.ToString());
    }

    [Fact]
    public void The_filter_that_ships_is_the_one_that_the_lines_give()
    {
        var (corpora, repository) = (new Corpora(Shared.Path()), Corpora.Repository());
        if (repository is null)
            Assert.Skip("The training lines lie in the repository.");
        var trained = new LearnedFilter(TrainFilter.On(corpora.All(repository)));
        var ships = LearnedFilter.Shipped();
        // Bytes are the same on one machine; another's logarithms may round the last digit differently.
        foreach (var text in corpora.NewsReaders().Concat(corpora.Video(Corpora.Videos[0]).Select(line => line.Text)))
            trained
                .Probability(text)
                .ShouldBe(ships.Probability(text), 0.01, "Run scripts/train-filter and commit what it writes.");
    }

    [Fact]
    public void The_filter_is_small() => ShippedModel.Resource.Value.ToBytes().Length.ShouldBeLessThan(400_000);
}
