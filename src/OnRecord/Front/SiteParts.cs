using Microsoft.EntityFrameworkCore;
using OnRecord.Front.About;
using OnRecord.Front.Lists;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Front;

/// <summary>What every page, or every page of a section, has in common: asked of the database once, until it changes.</summary>
internal sealed class SiteParts(OnRecordDb db, PageStore store)
{
    // Twice what a story's page shows, since the story itself and those of its section are left out.
    private const int NewestCount = 9;

    private const int Many = 5_000;

    private static readonly string[] Site = [StoryTags.Site];
    private static readonly string[] Front = [StoryTags.Site, StoryTags.Front];

    /// <summary>It may not be changed: others read it at the same time.</summary>
    public Task<Newsroom> Newsroom() =>
        store.Part(
            "newsroom",
            Site,
            () => db.Set<Newsroom>().AsNoTracking().SingleAsync(row => row.Id == Stories.Newsroom.OnlyId)
        );

    /// <summary>Those that readers are led to: not hidden, and with a story.</summary>
    public async Task<IReadOnlyList<Section>> Sections() =>
        await store.Part(
            "sections",
            Site,
            () =>
                db.Set<Section>()
                    .Where(section =>
                        !section.Hidden && db.Set<Story>().Any(story => story.LiveSectionId == section.Id)
                    )
                    .OrderBy(section => section.Position)
                    .AsNoTracking()
                    .ToListAsync()
        );

    /// <summary>Also a hidden one; null where there is none of that id.</summary>
    public async Task<Section?> Section(Guid? id) =>
        id is null
            ? null
            : (
                await store.Part(
                    "all sections",
                    Site,
                    () => db.Set<Section>().AsNoTracking().ToDictionaryAsync(section => section.Id)
                )
            ).GetValueOrDefault(id.Value);

    public async Task<IReadOnlyList<MenuItem>> Menu() =>
        await store.Part(
            "menu",
            Site,
            () => db.Set<MenuItem>().AsNoTracking().OrderBy(item => item.Position).ToListAsync()
        );

    public async Task<IReadOnlyList<PolicyLine>> Policies() =>
        await store.Part("policies", Site, () => PolicyLines.All(db));

    /// <summary>Topics by their names, where there are not too many. A name that two have is left out, and so is what was added since.</summary>
    public async Task<IReadOnlyDictionary<string, Topic>> Topics() =>
        await store.Part(
            "topics",
            Site,
            async () =>
            {
                var topics = await db.Set<Topic>().OrderBy(row => row.Id).Take(Many + 1).AsNoTracking().ToListAsync();
                return topics.Count > Many ? [] : Alone(topics, topic => topic.Name);
            }
        );

    /// <summary>Who signs stories by their names, where there are not too many. A name that two have or had is left out, and so is who came since.</summary>
    public async Task<IReadOnlyDictionary<string, Person>> Signers() =>
        await store.Part(
            "signers",
            Site,
            async () =>
            {
                var people = await db.Set<Person>().OrderBy(row => row.Id).Take(Many + 1).AsNoTracking().ToListAsync();
                if (people.Count > Many)
                    return [];
                var signers = Alone(people, person => person.Name);
                foreach (var name in await db.Set<FormerPerson>().Select(row => row.Name).ToListAsync())
                    signers.Remove(name);
                return signers;
            }
        );

    private static Dictionary<string, T> Alone<T>(IEnumerable<T> rows, Func<T, string> name) =>
        rows.GroupBy(name).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First());

    /// <summary>What is made of the newsroom alone, once until any of it changes.</summary>
    public Task<T> Once<T>(string key, Func<Task<T>> make)
        where T : class => store.Part(key, Site, make);

    /// <summary>The newest stories of a section, or of all, in a language.</summary>
    public async Task<IReadOnlyList<StoryLine>> Newest(Guid? section, string language) =>
        await store.Part(
            $"newest {section:N} {language}",
            Front,
            () => StoryLines.Newest(db, NewestCount, section, null, language: language)
        );
}
