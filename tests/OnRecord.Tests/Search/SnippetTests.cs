using FsCheck.Xunit;
using OnRecord.Search;

namespace OnRecord.Tests.Search;

public class SnippetTests
{
    private static readonly HashSet<string> Dam = new(["dam", "board", "東京"], StringComparer.Ordinal);

    [Fact]
    public void The_passage_is_where_the_words_stand_together()
    {
        var far = string.Join(' ', Enumerable.Repeat("Nothing of it is said here, nor was it.", 40));
        var passage = Snippet.Of($"A dam. {far} The board never saw the dam. {far}", Dam);
        var text = string.Concat(passage.Select(part => part.Text));
        text.ShouldStartWith("… The board never saw the dam.");
        text.ShouldEndWith(" …");
        passage.Where(part => part.IsHit).Select(part => part.Text).ShouldBe(["board", "dam"]);
    }

    [Fact]
    public void A_text_without_the_words_begins_at_its_beginning() =>
        Snippet.Of("Short.", Dam).ShouldBe([new SnippetPart("Short.", false)]);

    [Fact]
    public void Words_within_a_script_without_spaces_are_marked() =>
        Snippet.Mark("今日の東京です", Dam).ShouldBe([new("今日の", false), new("東京", true), new("です", false)]);

    [Property(MaxTest = 300)]
    public void Marking_loses_and_adds_nothing(string? text) =>
        string.Concat(Snippet.Mark(text ?? "", Dam).Select(part => part.Text)).ShouldBe(text ?? "");

    [Property(MaxTest = 300)]
    public void Any_text_has_a_passage_that_is_not_long(string? text) =>
        Snippet.Of($"{text} dam {text}", Dam).Sum(part => part.Text.Length).ShouldBeLessThanOrEqualTo(260);
}
