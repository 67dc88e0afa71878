using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Commands.Demonstration;

/// <summary>Fills an empty newsroom with The Lowland Ledger. A newsroom that has stories is left as it is.</summary>
internal static class FillDemonstration
{
    private const int PictureWidth = 1600;

    public static async Task Run(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        if (await db.Stories.AnyAsync())
            return;
        var newsroom = DemonstrationNewsroom.Read();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(newsroom.TimeZone);
        var files = Directory
            .EnumerateFiles(Path.Combine(DemonstrationNewsroom.Folder, "stories"), "*.html")
            .Order(StringComparer.Ordinal);
        var stories = files.Select(file => DemonstrationStory.Read(file, now, zone)).ToList();
        var logos = scope.ServiceProvider.GetRequiredService<Logos>();
        var library = scope.ServiceProvider.GetRequiredService<AddPicture>();
        await db.Transact(async () =>
        {
            var sections = await Furnish(db, newsroom);
            await DemonstrationStaff.Add(db, now);
            await FurnishDemonstration.Into(db, newsroom, logos, now);
            foreach (var story in stories)
                await Publish(db, story, sections[story.Section], Topics(newsroom, story), library);
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

    private static async Task Publish(
        OnRecordDb db,
        DemonstrationStory told,
        Guid section,
        IEnumerable<string> topics,
        AddPicture library
    )
    {
        var sources = new Dictionary<string, string>();
        foreach (var figure in told.Text.Blocks.OfType<Figure>())
            sources[figure.Source] = (await Picture(figure, library)).Source;
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
                Lead = told.Lead is null ? null : Lead(await Picture(told.Lead, library), told.Lead),
                Text = LanguageProposal.Mark(
                    Rewrite.Figures(told.Text, figure => figure with { Source = sources[figure.Source] }),
                    told.Language
                ),
            },
        };
        db.Stories.Add(story);
        await PicturesOfStory.InDraft(db, story.Id, story.Draft);
        await PublishStory.Into(db, story, told.PublishedAt, told.PublishedAt);
        if (told.UpdatedAt is { } updated && story.Update(NoteIn(told.Language), updated).Value is { } version)
            await ShowVersion.Into(db, story, version);
    }

    private static async Task<Picture> Picture(Figure figure, AddPicture library)
    {
        var file = Path.Combine(
            DemonstrationNewsroom.Folder,
            "pictures",
            Path.GetFileName(new Uri(figure.Source).AbsolutePath)
        );
        var drawn = PictureFile.Rasterize(await File.ReadAllBytesAsync(file), PictureWidth);
        var added = await library.From(drawn, Path.GetFileName(file), origin: null, figure.Credit);
        return added.Value ?? throw new InvalidDataException(added.Problems[0].Message);
    }

    private static LeadPicture Lead(Picture picture, Figure figure) =>
        new(
            picture.Sha256,
            picture.Width,
            picture.Height,
            figure.Alt,
            PlainText.Of(figure.Caption) is { Length: > 0 } caption ? caption : null,
            figure.Credit
        );

    private static string NoteIn(string language) =>
        language switch
        {
            "uk" => "Додано відповідь, що надійшла після публікації.",
            "ar" => "أضفنا ردًّا وصلنا بعد النشر.",
            "zh" => "补充了发布后收到的回复。",
            _ => "Added an answer that reached us after publication.",
        };
}
