using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OnRecord.Comments.Posting;
using OnRecord.Platform.Web;

namespace OnRecord.Comments.Outside;

/// <summary>What the outside judge is told of a comment. Neither the e-mail address nor the internet address, nor a hash of one, is among it.</summary>
internal sealed record JudgeQuestion
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What only machines do, and an attack: such comments wait anyway, and would keep the judge from those of people.</summary>
    private static readonly string[] OfMachines = ["Trap", "Siege"];

    public required Guid Comment { get; init; }

    /// <summary>Whether other words take the place of those that it was asked of before.</summary>
    public bool IsEdited { get; init; }

    public required string Text { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }

    /// <summary>The path of its story.</summary>
    public required string Story { get; init; }

    /// <summary>How much it looks like spam to the newsroom's own filter, from 0 to 1.</summary>
    public required float Score { get; init; }

    /// <summary>Why it will wait already.</summary>
    public required IReadOnlyList<Doubt> Doubts { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Of a comment on its way in.</summary>
    /// <param name="path">Of the story.</param>
    public static JudgeQuestion Of(NewComment comment, string path) =>
        new()
        {
            Comment = comment.Id,
            Text = comment.Text,
            Name = comment.Name,
            Language = comment.Story.Language,
            Story = path,
            Score = comment.Judgment.Score,
            Doubts = [.. comment.Doubts, .. comment.Judgment.Doubts],
            At = comment.At,
        };

    /// <summary>Of other words in the place of a comment's.</summary>
    /// <param name="path">Of the story.</param>
    public static JudgeQuestion Of(
        ReaderComment comment,
        string path,
        string text,
        TextJudgment judgment,
        DateTimeOffset now
    ) =>
        new()
        {
            Comment = comment.Id,
            IsEdited = true,
            Text = text,
            Name = comment.Name,
            Language = comment.Language,
            Story = path,
            Score = judgment.Score,
            Doubts = judgment.Doubts,
            At = now,
        };

    public bool IsWorthAsking => !Doubts.Any(doubt => OfMachines.Contains(doubt.Key));

    /// <returns>JSON, as it is signed and sent.</returns>
    public byte[] Write(PublicAddress address)
    {
        var words = CommentStrings.In("en");
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", IsEdited ? "comment.edited" : "comment.received");
            json.WriteString("timestamp", At.UtcDateTime);
            json.WriteStartObject("data");
            json.WriteString("comment", Comment);
            json.WriteString("text", Text);
            json.WriteString("name", Name);
            json.WriteString("language", Language);
            json.WriteString("story", address.Of(PublicAddress.Encode(Story)));
            json.WriteNumber("score", Score);
            json.WriteStartArray("doubts");
            foreach (var doubt in Doubts)
            {
                json.WriteStartObject();
                json.WriteString("key", doubt.Key);
                json.WriteString("words", CommentStrings.Why(words, doubt));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }
}
