using System.Runtime.InteropServices;
using OnRecord.Stories;

namespace OnRecord.Search;

/// <summary>Where a story has a word; the strongest place where it has it in several.</summary>
internal enum WordPlace
{
    Text = 0,

    /// <summary>In the deck, the byline or the topics, or again and again in the text.</summary>
    Beside = 1,
    Head = 2,
}

/// <summary>A story's words for the index: each once.</summary>
internal static class StoryWords
{
    /// <summary>Changes when the words of the same text come out otherwise: every index is then made anew.</summary>
    public const int Reading = 1;

    /// <summary>A text of more different words is a list of them; PostgreSQL takes a megabyte.</summary>
    private const int Most = 20_000;

    private const int Often = 3;

    public static Dictionary<string, WordPlace> Of(StoryContent content)
    {
        var found = new Dictionary<string, (WordPlace Place, int Times)>(256, StringComparer.Ordinal);
        Add(found, content.Headline, WordPlace.Head);
        Add(found, content.Deck, WordPlace.Beside);
        foreach (var name in content.Byline.Concat(content.Topics))
            Add(found, name, WordPlace.Beside);
        Add(found, SearchedText.Of(content), WordPlace.Text);
        var words = new Dictionary<string, WordPlace>(found.Count, StringComparer.Ordinal);
        foreach (var (word, (place, times)) in found)
            words.Add(word, place == WordPlace.Text && times >= Often ? WordPlace.Beside : place);
        return words;
    }

    private static void Add(Dictionary<string, (WordPlace Place, int Times)> found, string? text, WordPlace place)
    {
        var bySpan = found.GetAlternateLookup<ReadOnlySpan<char>>();
        TextWords.Each(
            text ?? "",
            (_, _, word, isRun) =>
            {
                if (!isRun)
                    Count(word);
                else
                    foreach (var gram in TextWords.Grams(word.ToString(), singles: true))
                        Count(gram);
            }
        );

        void Count(ReadOnlySpan<char> word)
        {
            if (found.Count >= Most && !bySpan.ContainsKey(word))
                return;
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(bySpan, word, out _);
            row = (row.Place > place ? row.Place : place, row.Times + 1);
        }
    }
}
