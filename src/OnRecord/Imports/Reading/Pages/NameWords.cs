using AngleSharp.Dom;

namespace OnRecord.Imports.Reading.Pages;

/// The words an element's class, id and component name are made of, in order: "relatedPosts-list" is related, posts, list.
internal sealed class NameWords
{
    public static readonly NameWords None = new([]);
    private readonly string[] _words;

    private NameWords(string[] words) => _words = words;

    public IReadOnlyList<string> Words => _words;
    public bool Any => _words.Length > 0;

    public bool Has(string word) => Array.IndexOf(_words, word) >= 0;

    public bool HasPair(string first, string second)
    {
        for (var at = 0; at + 1 < _words.Length; at++)
        {
            if (_words[at] == first && _words[at + 1] == second)
                return true;
        }
        return false;
    }

    /// A page repeats its few class names thousands of times, so what was split once is kept in <paramref name="known"/>.
    public static NameWords Of(IElement element, Dictionary<string, NameWords> known)
    {
        var words = None;
        var attributes = element.Attributes;
        for (var at = 0; at < attributes.Length; at++)
        {
            var attribute = attributes[at]!;
            if (
                attribute.Value.Length == 0
                || attribute.Name is not ("class" or "id" or "data-component" or "data-testid" or "data-type")
            )
                continue;
            if (!known.TryGetValue(attribute.Value, out var these))
                known[attribute.Value] = these = new(Split(attribute.Value));
            words = words.Any ? new([.. words._words, .. these._words]) : these;
        }
        return words;
    }

    // An empty word stands between names, so that no pair is read across them.
    private static string[] Split(string names)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= names.Length; at++)
        {
            var ends = at == names.Length || !char.IsAsciiLetter(names[at]);
            var humps =
                !ends && at > start && char.IsAsciiLetterUpper(names[at]) && char.IsAsciiLetterLower(names[at - 1]);
            if (!ends && !humps)
                continue;
            if (at > start)
                words.Add(names[start..at].ToLowerInvariant());
            if (at == names.Length || names[at] == ' ')
                words.Add("");
            start = humps ? at : at + 1;
        }
        return [.. words];
    }
}
