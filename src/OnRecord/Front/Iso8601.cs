using System.Globalization;

namespace OnRecord.Front;

/// <summary>Instants as pages write them for machines.</summary>
internal static class Iso8601
{
    public static string Of(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
