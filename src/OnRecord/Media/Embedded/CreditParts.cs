namespace OnRecord.Media.Embedded;

/// <summary>Makes one line of whose a picture is: “Name / Agency”.</summary>
internal static class CreditParts
{
    public static string? Join(IEnumerable<string> names, string? agency)
    {
        var who = string.Join(", ", names.SelectMany(Names).Distinct(StringComparer.OrdinalIgnoreCase));
        if (string.IsNullOrWhiteSpace(agency))
            return who.Length == 0 ? null : who;
        var whose = agency.Trim();
        if (who.Length == 0 || whose.Contains(who, StringComparison.OrdinalIgnoreCase))
            return whose;
        return who.Contains(whose, StringComparison.OrdinalIgnoreCase) ? who : $"{who} / {whose}";
    }

    // EXIF has one field for several names and parts them by semicolons.
    private static IEnumerable<string> Names(string written) =>
        written.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
