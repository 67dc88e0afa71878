using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Counting;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;

namespace OnRecord.Comments.Exchange;

/// <summary>Reads comments that <see cref="ExportComments"/> wrote. One that is there already is left as it is, so that the same file may be read twice; a bad line stops none of the others.</summary>
internal sealed class ImportComments(OnRecordDb db, CommentKeys keys, EvictOnChange pages)
{
    // Comments that readers write meanwhile wait no longer than this takes.
    private const int Some = 200;

    /// <param name="complain">Told of each line that was not taken, in a sentence.</param>
    public async Task<ImportedComments> Run(TextReader input, Action<string> complain, CancellationToken stop)
    {
        var (taken, known, refused, number) = (0, 0, 0, 0);
        var some = new List<(int Number, CommentLine Line)>();
        void Refuse(int line, string sentence)
        {
            refused++;
            complain(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {sentence}"));
        }
        async Task Take()
        {
            var (added, there) = await Keep(some, Refuse, stop);
            (taken, known) = (taken + added, known + there);
            some.Clear();
        }
        while (await input.ReadLineAsync(stop) is { } text)
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (Read(text) is not { } line)
                Refuse(number, "This is no comment as onrecord export-comments writes one. It was left out.");
            else if (FaultOf(line) is { } fault)
                Refuse(number, fault);
            else
                some.Add((number, line));
            if (some.Count == Some)
                await Take();
        }
        await Take();
        if (taken > 0)
            await RenewCounts.Now(db, pages, stop);
        return new ImportedComments(taken, known, refused);
    }

    private static CommentLine? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<CommentLine>(text, CommentLine.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FaultOf(CommentLine line) =>
        line.Name is null || line.Text is null || line.Story is null
            ? "Name, text or story is missing. It was left out."
        : line.Name.Length > ReaderComment.LongestName || line.Text.Length > ReaderComment.LongestText
            ? $"A name holds {ReaderComment.LongestName} characters at most, a text {ReaderComment.LongestText}. It was left out."
        : line.Name.Contains('\0') || line.Text.Contains('\0')
            ? "It holds a character that no text has (U+0000). It was left out."
        : !Enum.IsDefined(line.State) || line.Likes < 0 ? "Its state or its likes cannot be. It was left out."
        : line.Email is { } email && !Posting.CommentForm.IsMail(email)
            ? $"“{email}” is no e-mail address. It was left out."
        : null;

    private async Task<(int Added, int There)> Keep(
        List<(int Number, CommentLine Line)> lines,
        Action<int, string> refuse,
        CancellationToken stop
    )
    {
        if (lines.Count == 0)
            return default;
        if (lines.Exists(row => row.Line.Email is not null) && await keys.Ready(db) is { Refused: true } unready)
            throw new IOException(unready.Problems[0].Message);
        var (added, there) = (0, 0);
        await db.Transact(
            async () =>
            {
                var stories = await Stories(lines, stop);
                var wanted = lines.SelectMany(row => new[] { row.Line.Id, row.Line.Parent }.OfType<Guid>()).ToList();
                var known = await db.Set<ReaderComment>()
                    .Where(row => wanted.Contains(row.Id))
                    .ToDictionaryAsync(row => row.Id, stop);
                var people = await People(lines, stop);
                var shown = new List<Shift>();
                foreach (var (number, line) in lines)
                {
                    if (known.ContainsKey(line.Id))
                    {
                        there++;
                        continue;
                    }
                    if (!stories.TryGetValue(line.Story, out var story))
                    {
                        refuse(
                            number,
                            $"There is no story at {line.Story}. Import the stories first. It was left out."
                        );
                        continue;
                    }
                    var parent = line.Parent is { } id ? known.GetValueOrDefault(id) : null;
                    if (line.Parent is not null && parent?.StoryId != story.Id)
                    {
                        refuse(number, "What it replies to is not there. It was left out.");
                        continue;
                    }
                    var row = Row(line, story, parent, line.Email is { } email ? Person(people, email, line) : null);
                    known[row.Id] = row;
                    db.ReaderComments.Add(row);
                    if (row.IsShown)
                        shown.Add(new Shift(row, 1));
                    added++;
                }
                await db.SaveChangesAsync(stop);
                await PlaceComments.Count(db, shown);
            },
            stop
        );
        db.ChangeTracker.Clear();
        return (added, there);
    }

    private static ReaderComment Row(CommentLine line, FoundStory story, ReaderComment? parent, Commenter? by)
    {
        var row = new ReaderComment
        {
            Id = line.Id,
            StoryId = story.Id,
            ThreadId = parent?.ThreadId ?? line.Id,
            ParentId = ReaderComment.Above(parent),
            BesideId = ReaderComment.Beside(parent),
            Depth = parent is null ? 0 : Math.Min(parent.Depth + 1, ReaderComment.Deepest),
            CommenterId = by?.Id,
            StaffId = line.Staff,
            Name = line.Name,
            Text = line.Text,
            // Of what was imported nobody sends the same again by pressing twice.
            Sameness = line.Id,
            Language = line.Language ?? story.Language,
            At = line.At.ToUniversalTime(),
            State = line.State,
            OnceConfirmed = line.OnceConfirmed ?? line.State,
            Why = line.Why ?? "",
            DecidedAt = line.DecidedAt?.ToUniversalTime(),
            Likes = line.Likes,
            WantsReplies = line.WantsReplies == true,
        };
        if (line.EditedAt is { } edited)
            row.Edit(line.Text, 0, edited.ToUniversalTime());
        row.List();
        return row;
    }

    // By their path of now, or one they once had.
    private async Task<Dictionary<string, FoundStory>> Stories(
        List<(int Number, CommentLine Line)> lines,
        CancellationToken stop
    )
    {
        var paths = lines.Select(row => row.Line.Story).Distinct().ToList();
        var rows = await db.Set<StoryAddress>()
            .Where(row => paths.Contains(row.Path))
            .Join(
                db.Set<Story>(),
                row => row.StoryId,
                story => story.Id,
                (row, story) =>
                    new
                    {
                        row.Path,
                        story.Id,
                        story.LiveVersionId,
                    }
            )
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                version => version.Id,
                (row, version) =>
                    new
                    {
                        row.Path,
                        row.Id,
                        version.Content.Language,
                    }
            )
            .ToListAsync(stop);
        return rows.DistinctBy(row => row.Path)
            .ToDictionary(row => row.Path, row => new FoundStory(row.Id, row.Language), StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, Commenter>> People(
        List<(int Number, CommentLine Line)> lines,
        CancellationToken stop
    )
    {
        var wanted = lines
            .Select(row => row.Line.Email)
            .OfType<string>()
            .Select(keys.OfEmail)
            .DistinctBy(Convert.ToBase64String)
            .ToList();
        return wanted.Count == 0
            ? []
            : await db.Set<Commenter>()
                .Where(row => wanted.Contains(row.EmailKey))
                .ToDictionaryAsync(row => Convert.ToBase64String(row.EmailKey), stop);
    }

    private Commenter Person(Dictionary<string, Commenter> people, string email, CommentLine line)
    {
        var key = keys.OfEmail(email);
        var at = line.At.ToUniversalTime();
        if (people.TryGetValue(Convert.ToBase64String(key), out var known))
        {
            if (at > known.LastAt)
                (known.LastAt, known.Name) = (at, line.Name);
            known.ConfirmedAt ??= line.ConfirmedAt?.ToUniversalTime();
            return known;
        }
        var id = Guid.CreateVersion7(at);
        var person = new Commenter
        {
            Id = id,
            EmailKey = key,
            Email = keys.Seal(email, id),
            Name = line.Name,
            FirstAt = at,
            LastAt = at,
            ConfirmedAt = line.ConfirmedAt?.ToUniversalTime(),
        };
        people[Convert.ToBase64String(key)] = person;
        db.Commenters.Add(person);
        return person;
    }

    private sealed record FoundStory(Guid Id, string Language);
}

/// <param name="There">That were there before.</param>
internal sealed record ImportedComments(int Taken, int There, int Refused);
