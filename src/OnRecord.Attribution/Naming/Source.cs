namespace OnRecord.Attribution.Naming;

/// <summary>Who a mention is.</summary>
/// <param name="Name">As fully as the text says; null where it does not.</param>
/// <param name="Kind">What kind of source.</param>
/// <param name="Standing">Whether it is named.</param>
/// <param name="Role">What the text says the source is.</param>
internal sealed record Source(string? Name, SourceKind Kind, Standing Standing, string? Role);
