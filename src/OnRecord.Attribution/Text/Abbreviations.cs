using System.Collections.Frozen;

namespace OnRecord.Attribution.Text;

/// <summary>Words whose full stop ends no sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Known = (
        "mr mrs ms dr prof rev sen rep gov gen lt col sgt capt cmdr maj hon st jr sr inc corp co ltd no vs jan feb mar apr jun jul aug sept sep oct nov dec adm "
        + "det cpl pvt fr messrs mt ft dept univ assn bros mass calif fla ga ill ind kan ky md mich minn mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ariz ark colo conn del"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether a full stop behind these letters belongs to them.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || word.Length > 8 || !char.IsLetter(word[0]))
            return false;
        if (word.Length == 1)
            return char.IsUpper(word[0]) && word[0] != 'I';
        if (word.Contains('.'))
            return word.Length >= 3 && char.IsLetter(word[^1]) && word[^2] == '.';
        return char.IsUpper(word[0]) && Lookup.Contains(word);
    }
}
