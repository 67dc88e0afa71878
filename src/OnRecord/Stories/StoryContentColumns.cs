using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OnRecord.Documents;
using OnRecord.Sources;

namespace OnRecord.Stories;

/// <summary>How a story's content lies in a table: a column a field, lists and text as JSON.</summary>
internal static class StoryContentColumns
{
    public static void Map(ComplexPropertyBuilder<StoryContent> content)
    {
        content.Property(row => row.Byline).HasConversion(new BylineJson(), ByValue<ValueList<string>>());
        content.Property(row => row.Topics).HasConversion(new BylineJson(), ByValue<ValueList<string>>());
        content.Property(row => row.Lead).HasConversion(new LeadJson(), ByValue<LeadPicture?>());
        content.Property(row => row.Ledger).HasConversion(new LedgerLines(), ByValue<ValueList<LedgerLine>>());
        content.Property(row => row.Text).HasConversion(new TextJson(), ByValue<StoryDocument>());
    }

    internal sealed class BylineJson()
        : ValueConverter<ValueList<string>, string>(names => Write(names.ToArray()), json => Names(json));

    internal sealed class LeadJson()
        : ValueConverter<LeadPicture?, string?>(
            lead => lead == null ? null : Write(lead),
            json => json == null ? null : Lead(json)
        );

    internal sealed class LedgerLines()
        : ValueConverter<ValueList<LedgerLine>, string>(
            lines => LedgerJson.Write(lines),
            json => LedgerJson.Read(json)
        );

    internal sealed class TextJson()
        : ValueConverter<StoryDocument, string>(
            text => ProseMirrorWriter.Write(text),
            json => ProseMirrorReader.Read(json)
        );

    // Immutable values need no copy to be compared with later.
    private static ValueComparer<T> ByValue<T>() =>
        new((one, other) => Equals(one, other), value => value == null ? 0 : value.GetHashCode(), value => value);

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value);

    internal static ValueList<string> Names(string json) => [.. JsonSerializer.Deserialize<string[]>(json)!];

    internal static LeadPicture Lead(string json) => JsonSerializer.Deserialize<LeadPicture>(json)!;
}
