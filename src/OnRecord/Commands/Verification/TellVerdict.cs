using System.Globalization;

namespace OnRecord.Commands.Verification;

/// <summary>Verdicts in words.</summary>
internal static class TellVerdict
{
    public static IEnumerable<string> Of(SiteVerdict verdict, string memory)
    {
        yield return $"{verdict.Url} is as it was sealed: {Many(verdict.Entries, "entry", "entries")} in the log {verdict.Origin}, {Many(verdict.Versions, "version", "versions")} of {Many(verdict.Stories, "story", "stories")}{Erased(verdict)}{Pages(verdict)}.";
        yield return verdict switch
        {
            { QuorumMet: true } => "The witnesses that the policy asks for have cosigned it.",
            { Witnesses: 0 } =>
                "No witness has cosigned it: that everybody is shown the same log is not attested by anyone else.",
            _ =>
                $"{Many(verdict.Witnesses, "witness", "witnesses")} cosigned it. Who they are is not known here; --policy says whom to believe.",
        };
        if (verdict.FirstSeenAt is { } since)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"It continues what was seen of it here since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC: nothing was changed or taken out since."
            );
        foreach (var notice in verdict.Notices)
            yield return notice;
        yield return $"Remembered in {memory}.";
    }

    public static IEnumerable<string> Of(ProofVerdict verdict, string file)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{file} holds: entry {verdict.Index}, counted from 0, of the {verdict.Entries} in the log {verdict.Origin} says that version {verdict.Version} of story {verdict.Story}, {Kind(verdict.Kind!)}, was shown on {verdict.At!.Value.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC{Late(verdict.LateAt)}."
        );
        yield return verdict.Headline is { } headline
            ? $"The statement is the one it commits to: “{headline}”."
            : "What the version said is not in the proof; --statement compares it with the version’s file.";
    }

    private static string Erased(SiteVerdict verdict) =>
        verdict.Erased > 0 ? $" ({verdict.Erased} of them erased by law)" : "";

    private static string Pages(SiteVerdict verdict) =>
        verdict.Pages is { } pages ? $", {Many(pages, "page", "pages")}" : "; pages were not compared";

    private static string Late(DateTimeOffset? late) =>
        late is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", and sealed late, on {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"
            )
            : "";

    private static string Kind(string kind) =>
        kind switch
        {
            "first" => "the first",
            "update" => "an update",
            _ => $"a {kind}",
        };

    private static string Many(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
