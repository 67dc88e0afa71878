using System.Buffers;

namespace OnRecord.Comments.Judging;

/// <summary>What can be seen of a comment besides its words. The order is the order of the shipped model's weights.</summary>
internal enum Sign
{
    Link,
    Links,
    ManyLinks,
    OnlyLink,
    ArticleLink,
    ShortPath,
    Referral,
    LongQuery,
    Shortener,
    SpamHost,
    HiddenLink,
    NetworkHost,
    RaisingHost,
    TradeHost,
    ReadingHost,
    Phone,
    ShortCode,
    Mail,
    Sum,
    Shouting,
    SomeCapitals,
    Exclamations,
    Stretched,
    Emoji,
    ManyEmoji,
    MixedScripts,
    ZeroWidth,
    Dressed,
    SpacedLetters,
    Arrows,
    SameWords,
    Question,
    Digits,
    Words3,
    Words8,
    Words20,
    Words50,
    WordsMore,
    Sentences,
    FullStop,
    Capital,
    Comma,
    Quoted,
    LongWords,
    Unpunctuated,
    SmallI,
}

internal static class Signs
{
    public const int Count = (int)Sign.SmallI + 1;

    private const int KindSpan = 6;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(".,?!;:");

    /// <summary>Signs, kinds of words, pairs of kinds side by side, and pairs of kinds near each other.</summary>
    public const int Width = Count + WordKinds.Count + (2 * WordKinds.Count * WordKinds.Count);

    /// <summary>Fills a list with the numbers of what a comment shows, each once.</summary>
    public static void Of(CommentText text, FeatureList into)
    {
        OfLinks(text, into);
        OfWriting(text, into);
        OfLength(text, into);
        OfCare(text, into);
        OfKinds(text, into);
    }

    private static void OfLinks(CommentText text, FeatureList into)
    {
        into.Add(Sign.Link, text.Links.Count > 0);
        into.Add(Sign.Links, text.Links.Count > 1);
        into.Add(Sign.ManyLinks, text.Links.Count > 3);
        into.Add(Sign.OnlyLink, text.Links.Count > 0 && text.Count - text.Links.Count <= 2);
        into.Add(Sign.HiddenLink, text.HiddenLinks > 0);
        foreach (var link in text.Links)
        {
            var host = link.Host(text.Plain);
            var path = link.Path(text.Plain);
            var place = HostPlaces.Of(host);
            var kind = KnownHosts.KindOf(host);
            into.Add(Sign.NetworkHost, place == HostPlace.Network);
            into.Add(Sign.RaisingHost, place == HostPlace.Raising);
            into.Add(Sign.TradeHost, place == HostPlace.Trade);
            into.Add(Sign.ReadingHost, place == HostPlace.Reading);
            into.Add(Sign.Shortener, kind == HostKind.Shortener);
            into.Add(Sign.SpamHost, kind == HostKind.Spam);
            into.Add(Sign.ArticleLink, IsArticle(path));
            into.Add(Sign.ShortPath, path.Length < 24 && path.Count('-') < 2);
            into.Add(Sign.Referral, IsReferral(path));
            into.Add(Sign.LongQuery, path.Contains('?') && path.Length > 40);
        }
    }

    // What newspapers and archives call their pages: words with dashes, a year, a page of a book.
    private static bool IsArticle(ReadOnlySpan<char> path) =>
        path.Count('-') + path.Count('_') >= 3
        || path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/wiki/", StringComparison.Ordinal)
        || path.Contains("/news", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/19", StringComparison.Ordinal)
        || path.Contains("/20", StringComparison.Ordinal);

    private static bool IsReferral(ReadOnlySpan<char> path) =>
        path.Contains("ref=", StringComparison.OrdinalIgnoreCase)
        || path.Contains("refer", StringComparison.OrdinalIgnoreCase)
        || path.Contains("aff", StringComparison.OrdinalIgnoreCase)
        || path.Contains("invite", StringComparison.OrdinalIgnoreCase)
        || path.Contains("tag=", StringComparison.OrdinalIgnoreCase);

    private static void OfWriting(CommentText text, FeatureList into)
    {
        into.Add(Sign.Phone, text.Phones > 0);
        into.Add(Sign.ShortCode, text.ShortCodes > 0);
        into.Add(Sign.Mail, text.Mails > 0);
        into.Add(Sign.Sum, text.Sums > 0);
        into.Add(Sign.Shouting, text.Letters >= 12 && text.Capitals * 10 > text.Letters * 7);
        into.Add(Sign.SomeCapitals, text.Letters >= 20 && text.Capitals * 10 > text.Letters * 2);
        into.Add(Sign.Exclamations, text.Exclamations > 2);
        into.Add(Sign.Stretched, text.LongestRun > 3);
        into.Add(Sign.Emoji, text.Emoji > 0);
        into.Add(Sign.ManyEmoji, text.Emoji > 4);
        into.Add(Sign.MixedScripts, text.MixedWords > 0);
        into.Add(Sign.ZeroWidth, text.ZeroWidth > 0);
        into.Add(Sign.Dressed, text.Dressed > 2);
        into.Add(Sign.SpacedLetters, text.SpacedWords > 0);
        into.Add(Sign.Arrows, text.Arrows > 0);
        into.Add(Sign.Question, text.Questions > 0);
    }

    private static void OfLength(CommentText text, FeatureList into)
    {
        var (numbers, same) = (0, 0);
        for (var at = 0; at < text.Count; at++)
        {
            numbers += text[at].IsNumber ? 1 : 0;
            same += at > 1 && text.Word(at).SequenceEqual(text.Word(at - 2)) ? 1 : 0;
            same += at > 0 && text.Word(at).SequenceEqual(text.Word(at - 1)) ? 1 : 0;
        }
        into.Add(Sign.Digits, numbers > 1 && numbers * 5 > text.Count);
        into.Add(Sign.SameWords, same > 2 && same * 3 > text.Count);
        into.Add(
            text.Count switch
            {
                <= 3 => Sign.Words3,
                <= 8 => Sign.Words8,
                <= 20 => Sign.Words20,
                <= 50 => Sign.Words50,
                _ => Sign.WordsMore,
            },
            text.Count > 0
        );
        into.Add(Sign.Sentences, text.Plain.AsSpan().Count(". ") > 1);
    }

    // Whoever has something to say to a newspaper mostly writes sentences.
    private static void OfCare(CommentText text, FeatureList into)
    {
        var plain = text.Plain.AsSpan().Trim(" \t\r\n\ufeff\u200b");
        if (plain.Length == 0 || text.Count == 0)
            return;
        into.Add(Sign.FullStop, plain[^1] is '.' or '?' or '…' or '"' or '”' or '»' or ')');
        into.Add(Sign.Capital, char.IsUpper(plain[0]) && (plain.Length < 2 || !char.IsUpper(plain[1])));
        into.Add(Sign.Comma, plain.Contains(", ", StringComparison.Ordinal));
        into.Add(Sign.Quoted, plain.IndexOfAny('"', '“', '«') >= 0);
        into.Add(Sign.LongWords, text.Letters > 5 * text.Count);
        into.Add(Sign.Unpunctuated, text.Count > 5 && plain.IndexOfAny(Punctuation) < 0);
        into.Add(
            Sign.SmallI,
            plain.Contains(" i ", StringComparison.Ordinal) || plain.StartsWith("i ", StringComparison.Ordinal)
        );
    }

    private static void OfKinds(CommentText text, FeatureList into)
    {
        const int sides = Count + WordKinds.Count;
        const int near = sides + (WordKinds.Count * WordKinds.Count);
        for (var at = 0; at < text.Count; at++)
        {
            if (text[at].Kind is var kind && kind == WordKind.None)
                continue;
            into.AddDense(Count + (int)kind, at);
            for (var back = Math.Max(0, at - KindSpan); back < at; back++)
            {
                if (text[back].Kind is var other && other == WordKind.None)
                    continue;
                if (at - back <= 2)
                    into.AddDense(sides + ((int)other * WordKinds.Count) + (int)kind, at);
                var (low, high) = other < kind ? (other, kind) : (kind, other);
                into.AddDense(near + ((int)low * WordKinds.Count) + (int)high, at);
            }
        }
    }
}
