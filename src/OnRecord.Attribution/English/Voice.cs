using OnRecord.Attribution.Naming;

namespace OnRecord.Attribution.English;

/// <summary>A finding and whose it is.</summary>
internal sealed record Voice(Finding Finding, Source? Source)
{
    public Via? Via { get; set; }

    /// <summary>Whether this only passes another on.</summary>
    public bool Passes { get; set; }
}
