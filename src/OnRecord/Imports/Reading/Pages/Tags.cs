using System.Collections.Frozen;

namespace OnRecord.Imports.Reading.Pages;

internal static class Tags
{
    public static readonly FrozenSet<string> Block = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul video audio iframe object"
    );

    public static readonly FrozenSet<string> Unseen = Set(
        "script style template link meta head title base param source track svg canvas math colgroup col datalist map area"
    );

    public static readonly FrozenSet<string> Control = Set(
        "button select input textarea option label form fieldset menu progress meter dialog"
    );

    public static readonly FrozenSet<string> Heading = Set("h1 h2 h3 h4 h5 h6");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
