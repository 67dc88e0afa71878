using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Keys;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;

namespace OnRecord.Commands.Demonstration;

/// <summary>Fills an empty newsroom with The Lowland Ledger. A newsroom that has stories is left as it is.</summary>
internal static class FillDemonstration
{
    public static async Task Run(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        if (await db.Stories.AnyAsync())
            return;
        if (!await db.RecordHeads.AnyAsync())
            PutAwayFormerRecord(scope.ServiceProvider.GetRequiredService<RecordKey>());
        var newsroom = DemonstrationNewsroom.Read();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(newsroom.TimeZone);
        var files = Directory
            .EnumerateFiles(Path.Combine(DemonstrationNewsroom.Folder, "stories"), "*.html")
            .Order(StringComparer.Ordinal);
        var stories = files.Select(file => DemonstrationStory.Read(file, now, zone)).ToList();
        var logos = scope.ServiceProvider.GetRequiredService<Logos>();
        var library = scope.ServiceProvider.GetRequiredService<AddPicture>();
        var pictures = new DemonstrationPictures(library);
        var ledgers = new FillLedger(db, DemonstrationSources.Read(), zone);
        var clock = new DemonstrationClock(now, zone);
        var described = DemonstrationDesk.Read();
        foreach (var story in stories)
            ledgers.Meet(story.File, story.PublishedAt);
        foreach (var story in described.Stories)
            if (story is { File: { } file, Saves: [.., var last] })
                ledgers.Meet(file, clock.Before(last.Ago));
        var desk = new FillDesk(db, clock, pictures, ledgers);
        await db.Transact(async () =>
        {
            // Nearly all of it is new, and looking through every text again at each step would take longer than making it.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var sections = await Furnish(db, newsroom);
            await DemonstrationStaff.Add(db, now);
            await FurnishDemonstration.Into(db, newsroom, logos, now);
            var published = new Dictionary<string, Story>();
            foreach (var story in stories)
                published[story.File] = await Publish(
                    db,
                    story,
                    sections[story.Section],
                    Topics(newsroom, story),
                    pictures,
                    ledgers
                );
            await desk.Into(described, sections, published);
            await new FillReports(db, clock).Into(published);
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            await new FillComments(db, clock, scope.ServiceProvider.GetRequiredService<CommentKeys>()).Into(published);
        });
    }

    private static async Task<Dictionary<string, Guid>> Furnish(OnRecordDb db, DemonstrationNewsroom described)
    {
        var newsroom = await db.Newsroom();
        (newsroom.Name, newsroom.Tagline) = (described.Name, described.Tagline);
        (newsroom.Language, newsroom.TimeZone) = (described.Language, described.TimeZone);
        foreach (var person in described.People)
            db.People.Add(
                new Person
                {
                    Id = Guid.CreateVersion7(),
                    Name = person.Name,
                    Slug = person.Slug,
                    Role = person.Role,
                    Bio = person.Bio,
                    Languages = person.Languages,
                    Contact = person.Contact,
                }
            );
        var sections = described
            .Sections.Select(
                (section, at) =>
                    new Section
                    {
                        Id = Guid.CreateVersion7(),
                        Slug = section.Slug,
                        Name = section.Name,
                        Language = section.Language,
                        Position = at + 1,
                    }
            )
            .ToList();
        db.Sections.AddRange(sections);
        return sections.ToDictionary(section => section.Slug, section => section.Id);
    }

    private static IEnumerable<string> Topics(DemonstrationNewsroom described, DemonstrationStory told) =>
        described.Topics.Where(topic => topic.Stories.Contains(told.File)).Select(topic => topic.Name);

    private static async Task<Story> Publish(
        OnRecordDb db,
        DemonstrationStory told,
        Guid section,
        IEnumerable<string> topics,
        DemonstrationPictures pictures,
        FillLedger ledgers
    )
    {
        var story = new Story
        {
            Id = Guid.CreateVersion7(),
            CreatedAt = told.PublishedAt,
            Draft = new StoryContent
            {
                Headline = told.Headline,
                Deck = told.Deck,
                Language = told.Language,
                SectionId = section,
                Byline = told.Byline.ToValueList(),
                Topics = topics.ToValueList(),
                Lead = await pictures.Lead(told.Lead),
                Text = StoryDocument.Empty,
            },
        };
        db.Stories.Add(story);
        var texts = ledgers.Into(story, told.File, told.PublishedAt, told.Text, told.First);
        story.Draft = story.Draft with
        {
            Text = LanguageProposal.Mark(await pictures.In(texts[1]), told.Language),
            Ledger = await StoryLedger.Lines(db, story),
        };
        await PicturesOfStory.InDraft(db, story.Id, story.Draft);
        await PublishStory.Into(db, story, told.PublishedAt, told.PublishedAt);
        if (told.UpdatedAt is not { } updated)
            return story;
        story.Draft = story.Draft with { Text = LanguageProposal.Mark(await pictures.In(texts[0]), told.Language) };
        var note = told.Note ?? (told.Correction is null ? NoteIn(told.Language) : "");
        var shown = story.Update(note, updated, kind: told.Kind, correction: told.Correction);
        if (shown.Value is { } version)
            await ShowVersion.Into(db, story, version);
        return story;
    }

    private static string NoteIn(string language) =>
        language switch
        {
            "uk" => "Додано відповідь, що надійшла після публікації.",
            "ar" => "أضفنا ردًّا وصلنا بعد النشر.",
            "zh" => "补充了发布后收到的回复。",
            _ => "Added an answer that reached us after publication.",
        };

    // Whoever deletes the demonstration's folder begins anew. What an earlier one signed lies beside it; a newsroom's own would be refused.
    private static void PutAwayFormerRecord(RecordKey key)
    {
        foreach (var file in new[] { key.FileOf(1), key.StateFileOf(1) }.Where(File.Exists))
            File.Move(file, $"{file}.former-{File.GetLastWriteTimeUtc(file):yyyyMMddHHmmss}", overwrite: true);
    }
}
