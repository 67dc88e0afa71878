using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Keys;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Comments.Exchange;

/// <summary>Writes comments with their stories' addresses, the oldest first, some at a time: a million need no more memory than ten.</summary>
internal static class ExportComments
{
    private const int Some = 500;
    private static readonly byte[] LineEnd = [(byte)'\n'];

    /// <param name="keys">Opens e-mail addresses; null leaves them out.</param>
    /// <returns>How many were written.</returns>
    public static async Task<Outcome<ExportedComments>> Run(
        OnRecordDb db,
        CommentKeys? keys,
        Stream output,
        CancellationToken stop
    )
    {
        if (keys is not null && await keys.Ready(db) is { Refused: true } unready)
            return unready.Problems[0];
        var (count, last) = (0, Guid.Empty);
        while (true)
        {
            var after = last;
            var rows = await db.Set<ReaderComment>()
                .AsNoTracking()
                .Where(row => row.Id > after)
                .OrderBy(row => row.Id)
                .Take(Some)
                .ToListAsync(stop);
            if (rows.Count == 0)
                return new ExportedComments(count);
            var stories = rows.Select(row => row.StoryId).Distinct().ToList();
            var paths = await db.Set<Story>()
                .Where(row => stories.Contains(row.Id) && row.Path != null)
                .ToDictionaryAsync(row => row.Id, row => row.Path!, stop);
            var people = keys is null ? [] : await People(db, rows, stop);
            foreach (var row in rows)
            {
                // A story without an address was never before readers, and so had no comment.
                if (!paths.TryGetValue(row.StoryId, out var path))
                    continue;
                await JsonSerializer.SerializeAsync(
                    output,
                    Line(row, path, row.CommenterId is { } by ? people.GetValueOrDefault(by) : null, keys),
                    CommentLine.Options,
                    stop
                );
                await output.WriteAsync(LineEnd, stop);
                count++;
            }
            last = rows[^1].Id;
        }
    }

    private static CommentLine Line(ReaderComment row, string path, Commenter? by, CommentKeys? keys) =>
        new()
        {
            Id = row.Id,
            Story = path,
            Parent = row.RepliesTo,
            Name = row.Name,
            Text = row.Text,
            Language = row.Language,
            At = row.At,
            EditedAt = row.EditedAt,
            State = row.State,
            OnceConfirmed = row.State == CommentState.Unconfirmed ? row.OnceConfirmed : null,
            Why = row.Why.Length > 0 ? row.Why : null,
            DecidedAt = row.DecidedAt,
            Staff = row.StaffId,
            Likes = row.Likes,
            Email = by is null ? null : Email(by, keys!),
            ConfirmedAt = by?.ConfirmedAt,
            WantsReplies = by is null ? null : row.WantsReplies,
        };

    private static string? Email(Commenter by, CommentKeys keys)
    {
        try
        {
            return by.Email.Length == 0 ? null : keys.Open(by.Email, by.Id);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static async Task<Dictionary<Guid, Commenter>> People(
        OnRecordDb db,
        List<ReaderComment> rows,
        CancellationToken stop
    )
    {
        var wanted = rows.Select(row => row.CommenterId).OfType<Guid>().Distinct().ToList();
        return await db.Set<Commenter>()
            .AsNoTracking()
            .Where(row => wanted.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, stop);
    }
}

internal sealed record ExportedComments(int Comments);
