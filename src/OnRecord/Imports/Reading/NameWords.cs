using AngleSharp.Dom;

namespace OnRecord.Imports.Reading;

/// The words an element's class, id and role are made of, in order: "relatedPosts-list" is related, posts, list.
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

    public static NameWords Of(IElement? element)
    {
        if (element is null)
            return None;
        var (classes, id) = (element.GetAttribute("class"), element.GetAttribute("id"));
        var (component, kind) = (
            element.GetAttribute("data-component") ?? element.GetAttribute("data-testid"),
            element.GetAttribute("data-type")
        );
        if (classes is null && id is null && component is null && kind is null)
            return None;
        var words = new List<string>();
        Split(classes, words);
        Split(id, words);
        Split(component, words);
        Split(kind, words);
        return words.Count == 0 ? None : new([.. words]);
    }

    private static void Split(string? names, List<string> words)
    {
        var start = 0;
        names ??= "";
        for (var at = 0; at <= names.Length; at++)
        {
            var ends = at == names.Length || !char.IsAsciiLetter(names[at]);
            var humps =
                !ends && at > start && char.IsAsciiLetterUpper(names[at]) && char.IsAsciiLetterLower(names[at - 1]);
            if (!ends && !humps)
                continue;
            if (at > start)
                words.Add(names[start..at].ToLowerInvariant());
            if (at < names.Length && names[at] == ' ')
                words.Add("");
            start = humps ? at : at + 1;
        }
        words.Add("");
    }
}
