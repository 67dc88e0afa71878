using System.Globalization;
using OnRecord.Attribution;
using OnRecord.Platform.Pages;
using OnRecord.Sources;

namespace OnRecord.Front.Record;

/// <summary>A line of a ledger as one line of words.</summary>
internal static class SourceWords
{
    public static string Of(LedgerLine line, Words words)
    {
        var parts = new List<string?>
        {
            Source(line.Source, words),
            line.Form == Form.Refusal ? null : words[$"Form.{line.Form}"].TrimEnd('.'),
            line.Channel is Channel.SaidToUs or Channel.PublicStatement or Channel.Document
                ? words[$"Channel.{line.Channel}"]
                : null,
            line.Via is { } via ? words.With("Note.Through", via.Name) : null,
            line.SaidOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            line.Source.IsNamed && line.Standing is SourceStanding.OnRecord or SourceStanding.OnBackground
                ? words[$"Note.{line.Standing}"]
                : null,
            line.Sought switch
            {
                CommentSought.Declined => words["Note.Declined"],
                CommentSought.NoReply => words["Note.NoReply"],
                CommentSought.Answered => words["Note.Answered"].TrimEnd('.'),
                _ => null,
            },
            line.Note?.TrimEnd('.'),
            line.IsChecked ? null : words["Note.Proposed"],
        };
        return string.Join(" · ", parts.Where(part => part is { Length: > 0 }));
    }

    private static string Source(LedgerSource source, Words words)
    {
        var who = string.Join(
            ", ",
            new[] { source.Name, source.Role, source.Affiliation }.Where(part => part is { Length: > 0 })
        );
        var why = source.Reason is { } reason ? $": {words[$"Reason.{reason}"]}" : "";
        return source.IsNamed ? who : $"{who} · {words["Note.NotNamed"]}{why}";
    }
}
