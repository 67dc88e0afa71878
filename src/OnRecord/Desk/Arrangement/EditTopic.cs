using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>One topic: its name, language and words, and whether it is another's.</summary>
internal static class EditTopic
{
    public static async Task<IResult> Get(Guid id, HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        await db.Topics.FindAsync(id) is { } topic
            ? await Page(http, topic, Form.Of(topic), "", [], db, room)
            : Results.NotFound();

    public static async Task<IResult> Save(
        Guid id,
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (await db.Topics.FindAsync(id) is not { } topic)
            return Results.NotFound();
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = Form.Read(filled);
        if (!filled.Refused && await Topic.Find(db, form.Name) is { } taken && taken.Id != id)
            filled.Refuse("name", "TopicTaken", taken.Name);
        if (filled.Refused)
            return await Page(http, topic, form, "", filled.Problems, db, room);
        await db.Transact(async () =>
        {
            if (topic.Name != form.Name)
                await Remember(db, topic, form.Name);
            (topic.Name, topic.Language, topic.Description) = (form.Name, form.Language, form.Description);
            db.Audit(who, clock.GetUtcNow(), "site.topic.changed", $"topic:{id}", form.Name);
        });
        return ArrangementRoom.Done(http, "/topics");
    }

    public static async Task<IResult> Merge(
        Guid id,
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (await db.Topics.FindAsync(id) is not { } topic)
            return Results.NotFound();
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var name = filled.Needed("into", 80, "IntoMissing");
        var into = filled.Refused ? null : await Topic.Find(db, name);
        if (!filled.Refused && into is null)
            filled.Refuse("into", "IntoUnknownTopic", name);
        if (into?.Id == id)
            filled.Refuse("into", "IntoItself");
        if (filled.Refused)
            return await Page(http, topic, Form.Of(topic), name, filled.Problems, db, room);
        await MergeTopics.Run(db, topic, into!, who, clock.GetUtcNow());
        return ArrangementRoom.Done(http, "/topics");
    }

    // Stories hold topics by name, so one that is published again must still find this topic.
    private static async Task Remember(OnRecordDb db, Topic topic, string name)
    {
        db.FormerTopics.RemoveRange(
            await db
                .FormerTopics.Where(row => row.TopicId == topic.Id && row.Slug == null && row.Name == name)
                .ToListAsync()
        );
        db.FormerTopics.Add(
            new FormerTopic
            {
                Id = Guid.CreateVersion7(),
                TopicId = topic.Id,
                Name = topic.Name,
            }
        );
    }

    private static async Task<IResult> Page(
        HttpContext http,
        Topic topic,
        Form form,
        string into,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Topics", problems, topic.Name);
        var view = new TopicView
        {
            Frame = frame,
            Id = topic.Id,
            Path = $"/topic/{topic.Slug}",
            Stories = await db.Set<StoryTopic>().CountAsync(row => row.TopicId == topic.Id),
            Name = form.Name,
            Language = form.Language,
            Written = form.Language ?? newsroom.Language,
            Description = form.Description,
            Into = into,
            Others = await db.Set<Topic>()
                .Where(row => row.Id != topic.Id)
                .OrderBy(row => row.Name)
                .Select(row => row.Name)
                .Take(500)
                .ToListAsync(),
        };
        return await room.Page<TopicPage>(frame, view);
    }

    private sealed record Form(string Name, string? Language, string Description)
    {
        public static Form Of(Topic topic) => new(topic.Name, topic.Language, topic.Description);

        public static Form Read(Filled filled) =>
            new(filled.Needed("name", 80, "NameMissing"), filled.Language(), filled.Text("description", 600));
    }
}

/// <summary>One topic as the desk changes it.</summary>
public sealed record TopicView
{
    public required ArrangementView Frame { get; init; }
    public required Guid Id { get; init; }
    public required string Path { get; init; }
    public required int Stories { get; init; }
    public required string Name { get; init; }
    public string? Language { get; init; }

    /// <summary>The language its words are in.</summary>
    public required string Written { get; init; }

    public required string Description { get; init; }

    /// <summary>The name of the topic it is to be merged into, as typed.</summary>
    public required string Into { get; init; }

    public required IReadOnlyList<string> Others { get; init; }
}
