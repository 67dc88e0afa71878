using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Moderation;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Comments.Privacy;

/// <summary>All that is held of somebody, for themselves.</summary>
internal sealed class HeldData(CommentKeys keys, PublicAddress address, TimeProvider clock)
{
    private const int Some = 200;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Null where it was erased, or lies under a key that is not there.</summary>
    public string? Email(Commenter person)
    {
        try
        {
            return person.Email.Length == 0 ? null : keys.Open(person.Email, person.Id);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Their newest comments, and which stories they stand below.</summary>
    public static async Task<List<HeldComment>> Newest(OnRecordDb db, Guid person, int count) =>
        await With(
            db,
            await db.Set<ReaderComment>()
                .AsNoTracking()
                .Where(row => row.CommenterId == person)
                .OrderByDescending(row => row.Id)
                .Take(count)
                .ToListAsync()
        );

    /// <summary>Writes all of it as JSON, some comments at a time.</summary>
    public async Task Write(OnRecordDb db, Commenter person, Stream output, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("madeAt", clock.GetUtcNow());
        Write(json, person);
        await Conduct(db, json, person.Id, stop);
        json.WriteStartArray("comments");
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            var rows = await db.Set<ReaderComment>()
                .AsNoTracking()
                .Where(row => row.CommenterId == person.Id && row.Id > after)
                .OrderBy(row => row.Id)
                .Take(Some)
                .ToListAsync(stop);
            if (rows.Count == 0)
                break;
            var ids = rows.ConvertAll(row => row.Id);
            var decisions = await db.Set<CommentDecision>()
                .AsNoTracking()
                .Where(row => ids.Contains(row.CommentId))
                .OrderBy(row => row.Id)
                .ToListAsync(stop);
            var appeals = await db.Set<CommentAppeal>()
                .AsNoTracking()
                .Where(row => ids.Contains(row.CommentId))
                .ToListAsync(stop);
            foreach (var held in await With(db, rows))
                Write(
                    json,
                    held,
                    decisions.Where(row => row.CommentId == held.Comment.Id),
                    appeals.Find(row => row.CommentId == held.Comment.Id)
                );
            await json.FlushAsync(stop);
            last = rows[^1].Id;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, Commenter person)
    {
        json.WriteStartObject("person");
        json.WriteString("email", Email(person));
        json.WriteString("name", person.Name);
        json.WriteString("firstCommentAt", person.FirstAt);
        json.WriteString("lastCommentAt", person.LastAt);
        Moment(json, "confirmedAt", person.ConfirmedAt);
        json.WriteNumber("commentsShown", person.Published);
        json.WriteNumber("commentsRefused", person.Rejected);
        Moment(json, "warnedAt", person.WarnedAt);
        json.WriteBoolean("everythingWaitsForModerator", person.IsHeld);
        Moment(json, "suspendedUntil", person.SuspendedUntil);
        Moment(json, "bannedAt", person.BannedAt);
        json.WriteString("whatWeSaidOfIt", person.Sanction);
        json.WriteBoolean("wantsNoLetters", person.WantsNoLetters);
        json.WriteEndObject();
    }

    // What was done about them, and what moderators told each other of them.
    private static async Task Conduct(OnRecordDb db, Utf8JsonWriter json, Guid person, CancellationToken stop)
    {
        json.WriteStartArray("sanctions");
        await foreach (
            var row in db.Set<CommenterSanction>()
                .AsNoTracking()
                .Where(row => row.CommenterId == person)
                .OrderBy(row => row.Id)
                .AsAsyncEnumerable()
                .WithCancellation(stop)
        )
        {
            json.WriteStartObject();
            json.WriteString("act", $"{row.Act}");
            json.WriteString("at", row.At);
            Moment(json, "until", row.Until);
            json.WriteString("why", row.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("moderatorsNotes");
        await foreach (
            var row in db.Set<CommenterNote>()
                .AsNoTracking()
                .Where(row => row.CommenterId == person)
                .OrderBy(row => row.Id)
                .AsAsyncEnumerable()
                .WithCancellation(stop)
        )
        {
            json.WriteStartObject();
            json.WriteString("at", row.At);
            json.WriteString("text", row.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Write(
        Utf8JsonWriter json,
        HeldComment held,
        IEnumerable<CommentDecision> decisions,
        CommentAppeal? appeal
    )
    {
        var (comment, words) = (held.Comment, CommentStrings.In(held.Comment.Language));
        json.WriteStartObject();
        json.WriteString("id", comment.Id);
        json.WriteString("story", held.Path is { } path ? address.Of(PublicAddress.Encode(path)) : null);
        json.WriteString("headline", held.Headline);
        if (comment.RepliesTo is { } parent)
            json.WriteString("replyTo", parent);
        json.WriteString("name", comment.Name);
        json.WriteString("text", comment.Text);
        json.WriteString("at", comment.At);
        Moment(json, "editedAt", comment.EditedAt);
        json.WriteString("state", $"{comment.State}");
        json.WriteStartArray("reasons");
        foreach (var doubt in Doubt.Read(comment.Why))
            json.WriteStringValue(CommentStrings.Why(words, doubt));
        json.WriteEndArray();
        json.WriteNumber("lookedLikeSpam", comment.Score);
        Moment(json, "decidedAt", comment.DecidedAt);
        json.WriteBoolean("wantsReplies", comment.WantsReplies);
        json.WriteNumber("likedByNewsroom", comment.Likes);
        json.WriteBoolean("hashOfInternetAddressIsKept", comment.AddressKey is not null);
        json.WriteStartArray("decisions");
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.WriteString("act", $"{decision.Act}");
            json.WriteString("at", decision.At);
            json.WriteString("ground", decision.Ground?.ToString());
            json.WriteString("words", decision.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (appeal is not null)
        {
            json.WriteStartObject("appeal");
            json.WriteString("at", appeal.At);
            json.WriteString("words", appeal.Words);
            json.WriteString("outcome", appeal.Outcome?.ToString());
            json.WriteString("answer", appeal.Answer);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } known)
            json.WriteString(name, known);
        else
            json.WriteNull(name);
    }

    private static async Task<List<HeldComment>> With(OnRecordDb db, List<ReaderComment> comments)
    {
        var ids = comments.Select(row => row.StoryId).Distinct().ToList();
        var stories = await db.Set<Story>()
            .Where(row => ids.Contains(row.Id) && row.TakenDownAt == null)
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                version => version.Id,
                (row, version) =>
                    new
                    {
                        row.Id,
                        row.Path,
                        version.Content.Headline,
                    }
            )
            .ToDictionaryAsync(row => row.Id);
        return
        [
            .. comments.Select(row =>
                stories.GetValueOrDefault(row.StoryId) is { } story
                    ? new HeldComment(row, story.Path, story.Headline)
                    : new HeldComment(row, null, null)
            ),
        ];
    }
}

/// <param name="Path">Of its story; null where readers do not have it.</param>
internal sealed record HeldComment(ReaderComment Comment, string? Path, string? Headline);
