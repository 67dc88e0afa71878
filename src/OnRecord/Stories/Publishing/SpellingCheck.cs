using System.Text.RegularExpressions;
using OnRecord.Documents;
using OnRecord.Platform;

namespace OnRecord.Stories.Publishing;

/// <summary>Looks whether what is said to be only spelling or layout may be more. It compares words, not meanings: what it finds it asks about, and what it does not find may still be there.</summary>
internal static partial class SpellingCheck
{
    public const int FewWords = 6;
    private const int Named = 5;

    /// <returns>What speaks against it, and the question whether it is so all the same; nothing where nothing was found.</returns>
    public static IReadOnlyList<Problem> Of(StoryContent shown, StoryContent next)
    {
        var (before, after) = (Read(shown), Read(next));
        var found = new List<Problem>();
        if (Differing(before.Words.Where(HasDigit), after.Words.Where(HasDigit)) is { Count: > 0 } numbers)
            found.Add(Problem.With("confirmed", "Numbers differ: {0}.", Said(numbers)));
        if (Differing(before.Words.Where(IsCapital), after.Words.Where(IsCapital)) is { Count: > 0 } names)
            found.Add(
                Problem.With("confirmed", "Words with a capital letter differ, perhaps names: {0}.", Said(names))
            );
        if (Differing(before.Quotes, after.Quotes).Count > 0)
            found.Add(new Problem("confirmed", "The wording of a quotation differs."));
        if (MoreThanFew(before.Words, after.Words))
            found.Add(Problem.With("confirmed", "More than {0} words differ.", FewWords));
        if (Beside(shown, next) || Differing(before.Links, after.Links).Count > 0)
            found.Add(new Problem("confirmed", "A link, a picture, the byline, the section or the sources differ."));
        if (found.Count > 0)
            found.Add(
                new Problem(
                    "confirmed",
                    "This looks like more than spelling or layout. Choose another act, or say below that you have looked and that it is not."
                )
            );
        return found;
    }

    private static bool Beside(StoryContent shown, StoryContent next) =>
        shown.Language != next.Language
        || shown.SectionId != next.SectionId
        || shown.Lead?.Sha256 != next.Lead?.Sha256
        || !shown.Byline.Equals(next.Byline)
        || !shown.Topics.Equals(next.Topics)
        || !shown.Ledger.Equals(next.Ledger)
        || !Pictures(shown).SequenceEqual(Pictures(next));

    private static IEnumerable<string> Pictures(StoryContent content) =>
        PicturesOfStory.Figures(content.Text).Select(figure => figure.Source);

    private static Reading Read(StoryContent content)
    {
        var lines = new List<string> { content.Headline, content.Deck ?? "" };
        var links = new List<string>();
        _ = Rewrite.Inlines(
            content.Text,
            line =>
            {
                lines.Add(PlainText.Of(line));
                links.AddRange(line.SelectMany(inline => inline.Marks.OfType<Link>()).Select(link => link.Address));
                return line;
            }
        );
        if (content.Lead is { } lead)
            lines.AddRange([lead.Alt, lead.Caption ?? "", lead.Credit ?? ""]);
        return new Reading(
            [.. lines.SelectMany(line => Word().Matches(line)).Select(match => match.Value)],
            [.. lines.SelectMany(line => Quotation().Matches(line)).Select(match => Letters(match.Value))],
            links
        );
    }

    // What stands in one more often than in the other.
    private static List<string> Differing(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (one, other) = (before.ToList(), after.ToList());
        return [.. Left(one, other), .. Left(other, one)];
    }

    private static bool MoreThanFew(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        Math.Max(Left(before, after).Count, Left(after, before).Count) > FewWords;

    private static List<string> Left(IEnumerable<string> from, IEnumerable<string> without)
    {
        var counts = without.CountBy(word => word).ToDictionary();
        return [.. from.Where(word => !counts.TryGetValue(word, out var count) || (counts[word] = count - 1) < 0)];
    }

    private static string Said(List<string> words) =>
        string.Join(", ", words.Distinct().Take(Named)) + (words.Distinct().Count() > Named ? " …" : "");

    private static bool HasDigit(string word) => word.Any(char.IsDigit);

    private static bool IsCapital(string word) => char.IsUpper(word[0]);

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:[.,'’\-][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex("“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|「[^」]*」")]
    private static partial Regex Quotation();

    private sealed record Reading(
        IReadOnlyList<string> Words,
        IReadOnlyList<string> Quotes,
        IReadOnlyList<string> Links
    );
}
