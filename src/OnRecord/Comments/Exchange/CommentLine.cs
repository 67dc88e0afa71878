using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace OnRecord.Comments.Exchange;

/// <summary>A comment as a line of a file (JSON Lines). What a stranger needs to show it, and what this newsroom needs to have it back.</summary>
internal sealed record CommentLine
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<CommentState>(JsonNamingPolicy.CamelCase) },
    };

    public required Guid Id { get; init; }

    /// <summary>The path of its story.</summary>
    public required string Story { get; init; }

    /// <summary>What it replies to; it stands before it in the file.</summary>
    public Guid? Parent { get; init; }

    public required string Name { get; init; }

    /// <summary>In light Markdown; empty of one that was taken back.</summary>
    public required string Text { get; init; }

    public string? Language { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public required CommentState State { get; init; }

    /// <summary>What it becomes once its writer confirms the address.</summary>
    public CommentState? OnceConfirmed { get; init; }

    /// <summary>Why it waits or was refused: on each line a key and what stands in its sentence.</summary>
    public string? Why { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Set where it is the newsroom's own.</summary>
    public Guid? Staff { get; init; }

    public int Likes { get; init; }

    /// <summary>There where addresses were asked for.</summary>
    public string? Email { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }
    public bool? WantsReplies { get; init; }
}
