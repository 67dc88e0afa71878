using System.Text.RegularExpressions;
using OnRecord.Documents;
using OnRecord.Imports.Reading;

namespace OnRecord.Imports;

/// <summary>What stands above the text of a page left as text: headline, section, deck, byline, date, the picture's line.</summary>
internal sealed partial record TextHead
{
    private const int FewestHeadlineWords = 4;
    private const int FewestHeadlineCharacters = 7;

    public string? Headline { get; private init; }
    public string? Section { get; private init; }
    public string? Deck { get; private init; }
    public IReadOnlyList<string> Byline { get; private init; } = [];
    public DateTimeOffset? PublishedAt { get; private init; }
    public ReadPicture? Lead { get; private init; }

    public static TextHead Read(List<TextLine> lines, List<LeftOut> removed)
    {
        var left = lines.Select(line => line.Text).ToList();
        var lead = Take(left, Credited) is { } credited ? CreditLine.Split(credited, null) : default;
        var byline = Take(left, line => ByLine().IsMatch(line) && Names.In([line], null).Length > 0);
        var signed = byline is null ? Take(left, IsSignedAndDated) : null;
        var date = signed is not null
            ? signed[(signed.IndexOf(',') + 1)..]
            : Take(left, line => line.Length < 60 && Dated().IsMatch(line) && Dates.Parse(Stamp(line)) is not null);
        var headline = Take(left, IsHeadline) ?? Take(left, line => line.Length >= 12);
        var section = Take(left, line => IsSection(line) && After(lines, headline, line)) ?? Take(left, IsSection);
        var deck = Take(left, line => IsHeadline(line) && After(lines, headline, line));
        removed.AddRange(left.Select(line => new LeftOut(line, "navigation")));
        return new TextHead
        {
            Headline = headline,
            Section = section,
            Deck = deck,
            Byline = (byline ?? signed?[..signed.IndexOf(',')]) is { } names ? Names.In([names], null) : [],
            PublishedAt = date is null ? null : Dates.Parse(Stamp(date)),
            Lead = lead is (null, null) ? null : new ReadPicture("", "", lead.Caption, lead.Credit),
        };
    }

    private static string? Take(List<string> lines, Func<string, bool> wanted)
    {
        var at = lines.FindIndex(line => wanted(line));
        if (at < 0)
            return null;
        var line = lines[at];
        lines.RemoveAt(at);
        return line;
    }

    private static bool Credited(string line) => line.Length < 300 && Credit().IsMatch(line);

    private static bool IsHeadline(string line) =>
        Length.Of(line) is var length
        && (length.Words >= FewestHeadlineWords || length.Characters >= FewestHeadlineCharacters);

    private static bool IsSection(string line) =>
        line.Length <= 30
        && Length.Of(line).Total <= 4
        && line.All(c => char.IsLetter(c) || c is ' ' or '&' or '-' or '’' or '\'');

    private static bool After(List<TextLine> lines, string? headline, string line) =>
        lines.FindIndex(other => other.Text == line) > lines.FindIndex(other => other.Text == headline);

    // "Name Surname, 3 April 2024".
    private static bool IsSignedAndDated(string line) =>
        line.IndexOf(',') is > 3 and < 50 and var comma
        && Length.Of(line[..comma]).Words is (2 or 3)
        && line[..comma].Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => char.IsUpper(word[0]))
        && Dated().IsMatch(line[comma..])
        && Length.Of(line[comma..]).Words <= 6
        && Dates.Parse(Stamp(line[(comma + 1)..])) is not null;

    private static string Stamp(string line) => Labels().Replace(line.Trim(), "");

    [GeneratedRegex("^(by|von|par|por|автори?:?|текст:?|written by|story by|reported by)[ :]", RegexOptions.IgnoreCase)]
    private static partial Regex ByLine();

    // A day without its year is no date: none is invented.
    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex Dated();

    [GeneratedRegex("^(published|posted|updated|last updated|date)( on)?:? ", RegexOptions.IgnoreCase)]
    private static partial Regex Labels();

    [GeneratedRegex(
        @"\b(image|photo|photograph|picture|illustration|graphic|foto|bild|фото|зображення|credit|courtesy)s?\b ?(credit|courtesy)?( of| by|:)|\((ap|afp|reuters|getty)\b|©",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Credit();
}
