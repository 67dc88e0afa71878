namespace OnRecord.Imports.Reading;

/// A line under a picture, split into what is seen and whose picture it is.
internal static class CreditLine
{
    private const int LongestCredit = 70;

    private static readonly string[] Labels =
    [
        "photo:",
        "photos:",
        "photo by",
        "photograph:",
        "photograph by",
        "photography by",
        "picture:",
        "picture by",
        "image:",
        "image credit:",
        "image by",
        "photo credit:",
        "credit:",
        "credits:",
        "courtesy of",
        "courtesy:",
        "illustration by",
        "illustration:",
        "graphic:",
        "source:",
        "foto:",
        "foto von",
        "bild:",
        "quelle:",
        "photo :",
        "crédit photo",
        "crédit :",
        "fotos:",
        "фото:",
        "фото",
        "зображення:",
        "©",
        "(c)",
        "copyright",
    ];

    private static readonly string[] Agencies =
    [
        "getty",
        "reuters",
        "shutterstock",
        "ap photo",
        "associated press",
        "afp",
        "alamy",
        "/ap",
        "via ap",
        "epa",
        "press association",
        "wikimedia",
        "unsplash",
        "istock",
        "bloomberg",
        "flickr",
        "rex/",
        "dpa",
    ];

    public static (string? Caption, string? Credit) Split(string? line, string? credit)
    {
        line = Blank(line);
        credit = Blank(credit);
        if (credit is not null)
        {
            if (line is not null && line.Contains(credit, StringComparison.Ordinal))
                line = Blank(line.Replace(credit, "", StringComparison.Ordinal).Trim(' ', '|', '-', '–', '—', '•'));
            return (line, Plain(credit));
        }
        if (line is null)
            return (null, null);
        return Bracketed(line) ?? Barred(line) ?? Labelled(line) ?? (line, null);
    }

    private static (string?, string?)? Bracketed(string line)
    {
        var open = line.LastIndexOf('(');
        if (open < 0 || line.TrimEnd('.', ' ')[^1] != ')')
            return null;
        var inner = line[(open + 1)..].TrimEnd('.', ' ', ')');
        return IsCredit(inner) ? (Blank(line[..open]), Plain(inner)) : null;
    }

    private static (string?, string?)? Barred(string line)
    {
        var bar = line.LastIndexOf('|');
        return bar > 0 && bar < line.Length - 1 ? (Blank(line[..bar]), Plain(line[(bar + 1)..].Trim())) : null;
    }

    private static (string?, string?)? Labelled(string line)
    {
        foreach (var label in Labels)
        {
            var at = line.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || label.Length < 6 && !label.EndsWith(':') && at > 0 && label != "©")
                continue;
            if (at > 0 && char.IsLetterOrDigit(line[at - 1]))
                continue;
            if (line.Length - at > LongestCredit)
                return (Blank(line[(at == 0 ? label.Length : 0)..]), null);
            return (Blank(line[..at].TrimEnd(' ', '-', '–', '—', '/')), Plain(line[at..]));
        }
        return null;
    }

    private static bool IsCredit(string text) =>
        Labels.Any(label => text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
        || Agencies.Any(agency => text.Contains(agency, StringComparison.OrdinalIgnoreCase))
        || text.Contains(" / ", StringComparison.Ordinal);

    // "Photo by Ada Bird" credits Ada Bird; "AP Photo/Ada Bird" stays as the agency asks for it.
    private static string? Plain(string credit)
    {
        credit = credit.Trim().Trim('(', ')', ' ');
        foreach (var label in Labels)
        {
            if (
                credit.Length > label.Length
                && credit.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                && (label[^1] is ':' or '©' or ')' || credit[label.Length] is ' ' or ':')
            )
                return Blank(credit[label.Length..].Trim(' ', ':'));
        }
        return Blank(credit);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
