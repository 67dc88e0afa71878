using System.Globalization;

namespace OnRecord.PublicRecord;

/// <summary>Names of files that are a version's number and what kind of file it is.</summary>
internal static class FileName
{
    public static bool IsNumbered(string file, string ending, out int number)
    {
        number = 0;
        return file.EndsWith(ending, StringComparison.Ordinal)
            && !file.StartsWith('0')
            && int.TryParse(file[..^ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
