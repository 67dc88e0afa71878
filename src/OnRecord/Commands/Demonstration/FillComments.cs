using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Moderation;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Commands.Demonstration;

/// <summary>Puts below the demonstration's stories what its readers say, as its file describes it. Within the caller's transaction.</summary>
internal sealed class FillComments(OnRecordDb db, DemonstrationClock clock, CommentKeys keys)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Dictionary<string, Commenter> people = [];
    private readonly List<Shift> shown = [];

    /// <param name="published">The stories readers have, by their files.</param>
    public async Task Into(Dictionary<string, Story> published)
    {
        if (await keys.Ready(db) is { Refused: true } unready)
            throw new IOException(unready.Problems[0].Message);
        var told = JsonSerializer.Deserialize<IReadOnlyList<ToldComment>>(
            await File.ReadAllTextAsync(Path.Combine(DemonstrationNewsroom.Folder, "comments.json")),
            Options
        )!;
        foreach (var comment in told)
            Put(comment, published[comment.Story!], null);
        await db.SaveChangesAsync();
        await PlaceComments.Count(db, shown);
    }

    private void Put(ToldComment told, Story story, ReaderComment? parent)
    {
        var at = clock.Past(told.At);
        var id = Guid.CreateVersion7(at);
        var staff = told.By is { } name ? Staff(name) : null;
        var by = told.Email is { } email ? Person(email, told.Name!, at) : null;
        var row = new ReaderComment
        {
            Id = id,
            StoryId = story.Id,
            ThreadId = parent?.ThreadId ?? id,
            ParentId = parent?.Id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            CommenterId = by?.Id,
            StaffId = staff?.Id,
            Name = told.Name ?? staff!.Name,
            Text = told.Text,
            Sameness = id,
            Language = story.Draft.Language,
            At = at,
            State = told.State,
            OnceConfirmed = told.State,
            Why = told.Why is { } why ? Doubt.Write([new Doubt(why)]) : "",
            Likes = told.Likes,
            DecidedAt = told.DecidedBy is null ? null : at.AddMinutes(40),
            DecidedBy = told.DecidedBy is { } moderator ? Staff(moderator).Id : null,
            OpenReports = told.Reports?.Count ?? 0,
        };
        row.List();
        db.ReaderComments.Add(row);
        if (row.IsShown)
            shown.Add(new Shift(row, 1));
        else if (by is not null && row.State == CommentState.Rejected)
            by.Rejected++;
        foreach (var report in told.Reports ?? [])
            Put(report, row);
        if (told.Appeal is { } appeal)
            Put(appeal, row);
        foreach (var reply in told.Replies ?? [])
            Put(reply, story, row);
    }

    private void Put(ToldComplaint told, ReaderComment about)
    {
        var at = clock.Past(told.At);
        var id = Guid.CreateVersion7(at);
        db.CommentReports.Add(
            new CommentReport
            {
                Id = id,
                CommentId = about.Id,
                Secret = RandomNumberGenerator.GetHexString(32, lowercase: true),
                Reason = told.Reason,
                Words = told.Words,
                Law = told.Law,
                Name = told.Name,
                Email = told.Email is { } email ? keys.Seal(email, id) : null,
                Language = about.Language,
                At = at,
            }
        );
    }

    private void Put(ToldAppeal told, ReaderComment about)
    {
        var at = clock.Past(told.At);
        db.CommentAppeals.Add(
            new CommentAppeal
            {
                Id = Guid.CreateVersion7(at),
                CommentId = about.Id,
                At = at,
                Words = told.Words,
            }
        );
    }

    private Commenter Person(string email, string name, DateTimeOffset at)
    {
        if (people.TryGetValue(email, out var known))
            return known;
        var id = Guid.CreateVersion7(at);
        var person = new Commenter
        {
            Id = id,
            EmailKey = keys.OfEmail(email),
            Email = keys.Seal(email, id),
            Name = name,
            FirstAt = at,
            LastAt = at,
            ConfirmedAt = at.AddMinutes(3),
        };
        db.Commenters.Add(person);
        return people[email] = person;
    }

    private StaffMember Staff(string name) => db.Staff.Local.Single(row => row.Email.Split('@')[0] == name);
}

/// <param name="Story">The story's file, without the ending; null of a reply.</param>
/// <param name="At">A moment past, such as <c>-2 20:05</c>.</param>
/// <param name="By">Whoever of the newsroom wrote it, by the beginning of their address.</param>
/// <param name="Why">The key of the sentence that says why it waits or was refused.</param>
internal sealed record ToldComment(
    string? Story,
    string At,
    string Text,
    string? Name = null,
    string? Email = null,
    string? By = null,
    CommentState State = CommentState.Published,
    string? Why = null,
    string? DecidedBy = null,
    int Likes = 0,
    IReadOnlyList<ToldComment>? Replies = null,
    IReadOnlyList<ToldComplaint>? Reports = null,
    ToldAppeal? Appeal = null
);

/// <summary>A report of a comment that nobody has looked at yet.</summary>
internal sealed record ToldComplaint(
    string At,
    ReportReason Reason,
    string Words = "",
    string Law = "",
    string Name = "",
    string? Email = null
);

/// <summary>What a writer says who asks for another look.</summary>
internal sealed record ToldAppeal(string At, string Words);
