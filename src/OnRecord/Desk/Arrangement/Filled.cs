using System.Net.Mail;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Arrangement;

/// <summary>A form as it was filled in, and what is wrong with it.</summary>
internal sealed class Filled(IFormCollection form, Words words)
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public bool Refused => problems.Count > 0;

    /// <summary>A field of one line, without control characters and outer spaces.</summary>
    public string Line(string field, int maximum) => Fitting(field, maximum, Printable(form[field].ToString(), "\t\n"));

    /// <summary>A field of several lines.</summary>
    public string Text(string field, int maximum) =>
        Fitting(field, maximum, Printable(form[field].ToString().ReplaceLineEndings("\n"), ""));

    /// <summary>A field that must not be left empty.</summary>
    /// <param name="missing">The key of the sentence that says so.</param>
    public string Needed(string field, int maximum, string missing)
    {
        var line = Line(field, maximum);
        if (line.Length == 0)
            Refuse(field, missing);
        return line;
    }

    /// <summary>A language as its tag; null where the newsroom's own is meant.</summary>
    public string? Language(string field = "language")
    {
        var tag = Line(field, 20);
        if (tag.Length == 0)
            return null;
        if (!Languages.Has(tag))
            Refuse(field, "LanguageUnknown");
        return tag;
    }

    /// <returns>Null where the field is empty or holds no address.</returns>
    public string? Mail(string field)
    {
        var line = Line(field, 254);
        if (line.Length == 0)
            return null;
        if (IsMail(line))
            return line;
        Refuse(field, "MailUnknown", line);
        return line;
    }

    public bool Checked(string field) => form[field].ToString().Length > 0;

    /// <param name="key">The key of a whole sentence.</param>
    public void Refuse(string? field, string key, params object[] values) =>
        problems.Add(new Problem(field, words.With(key, values)));

    public static bool IsMail(string line) =>
        MailAddress.TryCreate(line, out var address)
        && address.Address == line
        && address.Host.Contains('.')
        && !line.Contains('"');

    private string Fitting(string field, int maximum, string text)
    {
        if (text.Length > maximum)
            Refuse(field, "TooLong", maximum);
        return text;
    }

    // No database holds U+0000, and none of the others is ever meant.
    private static string Printable(string text, string spaces) =>
        new string([
            .. text.Select(c => spaces.Contains(c) ? ' ' : c).Where(c => c == '\n' || c == '\t' || !char.IsControl(c)),
        ]).Trim();
}
