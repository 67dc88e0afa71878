using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories;

namespace OnRecord.Desk.Record;

/// <summary>The record's entries, newest first, each with the story it is about.</summary>
internal static class RecordLines
{
    private const int PageSize = 50;

    /// <param name="before">Only entries before this place; null for the newest.</param>
    /// <returns>The lines, and where older ones are; null at the beginning.</returns>
    public static async Task<(IReadOnlyList<RecordLineView> Lines, string? Older)> Of(
        OnRecordDb db,
        Words words,
        Func<DateTimeOffset, string> said,
        long? before,
        CancellationToken stop
    )
    {
        var last = before ?? long.MaxValue;
        var entries = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row => row.Index < last)
            .OrderByDescending(row => row.Index)
            .Take(PageSize)
            .ToListAsync(stop);
        var read = entries.ConvertAll(entry => (entry.Index, Entry: Entry.Read(entry.Bytes)));
        var ids = read.Select(line => line.Entry.Story).OfType<Guid>().Distinct().ToList();
        var headlines = await db.Set<Story>()
            .Where(story => ids.Contains(story.Id))
            .Select(story => new
            {
                story.Id,
                story.Draft.Headline,
                story.Draft.Language,
            })
            .ToDictionaryAsync(story => story.Id, stop);
        var lines = read.ConvertAll(line =>
        {
            var story = line.Entry.Story is { } id ? headlines.GetValueOrDefault(id) : null;
            return new RecordLineView(
                line.Index.ToString(CultureInfo.InvariantCulture),
                words[$"Entry.{line.Entry.Kind}"],
                said(line.Entry.Time),
                line.Entry.IsLate,
                line.Entry.Story,
                line.Entry.Version,
                story?.Headline,
                story?.Language
            );
        });
        var oldest = entries.Count == 0 ? 0 : entries[^1].Index;
        return (lines, oldest > 0 ? $"/desk/record?before={oldest}" : null);
    }

    private sealed record Entry(string Kind, DateTimeOffset Time, bool IsLate, Guid? Story, int? Version)
    {
        public static Entry Read(byte[] bytes)
        {
            using var json = JsonDocument.Parse(bytes);
            var entry = json.RootElement;
            var type = entry.GetProperty("type").GetString()!;
            return new Entry(
                type == "version" ? entry.GetProperty("kind").GetString()! : type,
                entry.GetProperty("time").GetDateTimeOffset(),
                entry.TryGetProperty("late", out _),
                entry.TryGetProperty("story", out var story) ? story.GetGuid() : null,
                entry.TryGetProperty("version", out var version) ? version.GetInt32() : null
            );
        }
    }
}
