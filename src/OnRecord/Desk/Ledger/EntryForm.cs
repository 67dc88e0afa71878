using System.Globalization;
using OnRecord.Attribution;
using OnRecord.Platform;
using OnRecord.Sources;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Ledger;

/// <summary>What somebody says of an entry, as the editor sends it. The words of choices are those of <see cref="LedgerEntryView"/>.</summary>
public sealed record EntryForm
{
    /// <summary>The words the mark stands on.</summary>
    public string? Words { get; init; }
    public Guid? SourceId { get; init; }
    public string? Name { get; init; }
    public string? Kind { get; init; }
    public string? Role { get; init; }
    public string? Affiliation { get; init; }
    public string? Address { get; init; }
    public bool IsNamed { get; init; } = true;
    public string? Reason { get; init; }
    public string? Form { get; init; }
    public string? Standing { get; init; }
    public string? Channel { get; init; }
    public Guid? ViaId { get; init; }
    public string? ViaName { get; init; }
    public string? SaidOn { get; init; }
    public string? Sought { get; init; }
    public string? Note { get; init; }

    internal Outcome<EntryWords> Read()
    {
        DateOnly? saidOn = null;
        if (!string.IsNullOrWhiteSpace(SaidOn))
        {
            if (
                !DateOnly.TryParseExact(
                    SaidOn,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
                return new Problem("saidOn", "That is no date. Write it as year-month-day, such as 2026-03-13.");
            saidOn = day;
        }
        return new EntryWords
        {
            SourceId = SourceId,
            Name = Name ?? "",
            Kind = Choice<SourceKind>(Kind) ?? SourceKind.Person,
            Role = Role,
            Affiliation = Affiliation,
            Address = Address,
            IsNamed = IsNamed,
            Reason = Choice<NotNamedReason>(Reason),
            Form = Choice<Form>(Form) ?? Attribution.Form.Direct,
            Standing = Choice<SourceStanding>(Standing),
            Channel = Choice<Channel>(Channel),
            ViaId = ViaId,
            ViaName = ViaName,
            SaidOn = saidOn,
            Sought = Choice<CommentSought>(Sought) ?? CommentSought.No,
            Note = Note,
        };
    }

    private static T? Choice<T>(string? written)
        where T : struct, Enum => Enum.TryParse<T>(written, out var known) && Enum.IsDefined(known) ? known : null;
}
