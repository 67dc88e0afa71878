using OnRecord.Attribution;
using OnRecord.Desk.Writing;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Sources;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>A source's fields as they were sent.</summary>
internal static class SourceForm
{
    public static SourceWords Read(IFormCollection form)
    {
        var named = form["named"] != "no";
        return new SourceWords
        {
            Name = Line(form, "name") ?? "",
            Kind = Choice<SourceKind>(form["kind"]) ?? SourceKind.Person,
            Role = Line(form, "role"),
            Affiliation = Line(form, "affiliation"),
            Address = Line(form, "address"),
            IsNamed = named,
            Reason = named ? null : Choice<NotNamedReason>(form["reason"]),
            Notes = Clean(form["notes"].ToString().ReplaceLineEndings("\n")).Trim(),
        };
    }

    public static SourceFieldsView Fields(
        SourceWords said,
        Words words,
        string language,
        IReadOnlyList<Problem>? problems = null
    ) =>
        new()
        {
            Words = words,
            Problems = StoryHead.Told(problems ?? [], language),
            Name = said.Name,
            Kind = $"{said.Kind}",
            Role = said.Role,
            Affiliation = said.Affiliation,
            Address = said.Address,
            IsNamed = said.IsNamed,
            Reason = said.Reason is { } reason ? $"{reason}" : null,
            Notes = said.Notes,
        };

    public static T? Choice<T>(string? written)
        where T : struct, Enum => Enum.TryParse<T>(written, out var known) && Enum.IsDefined(known) ? known : null;

    private static string? Line(IFormCollection form, string field) =>
        Clean(form[field].ToString()).ReplaceLineEndings(" ").Trim() is { Length: > 0 } line ? line : null;

    // No database holds U+0000, and none of the others is ever meant.
    private static string Clean(string text) => new([.. text.Where(c => c == '\n' || !char.IsControl(c))]);
}
