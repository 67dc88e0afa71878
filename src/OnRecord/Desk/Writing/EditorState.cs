using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Ledger;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Writing;

/// <summary>Reads what the editor begins with.</summary>
internal static class EditorState
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Writing.EditorWords",
        typeof(EditorState).Assembly
    );

    public static async Task<EditorStateView> Of(
        Story story,
        SignedIn who,
        Newsroom newsroom,
        OnRecordDb db,
        IReadOnlyList<NamedView> sections,
        IReadOnlyList<LanguageView> languages,
        bool mayWrite,
        DateTimeOffset now
    )
    {
        var staff = await db.Set<StaffMember>().AsNoTracking().OrderBy(row => row.Name).ToListAsync();
        return new EditorStateView
        {
            Story = story.Id,
            Revision = story.Revision,
            SavedAt = story.SavedAt,
            SavedBy = story.SavedBy is { } by ? staff.Find(row => row.Id == by)?.Name : null,
            Me = new NamedView(who.Id, who.Name),
            MayWrite = mayWrite,
            MayApprove = mayWrite,
            Hold = await Draft.Hold(db, story, now),
            Content = DraftContent.Of(story.Draft),
            Ledger = await ReadLedger.Of(db, story, who),
            Comments = await Draft.Comments(db, story.Id),
            Staff =
            [
                .. staff.Where(row => row.May(Permission.SeeStories)).Select(row => new NamedView(row.Id, row.Name)),
            ],
            Sections = sections,
            Languages = languages,
            Words = Words(who.Language),
            UiLanguage = who.Language,
            TimeZone = newsroom.TimeZone,
        };
    }

    private static Dictionary<string, string> Words(string language)
    {
        var culture = CultureInfo.GetCultureInfo(Platform.Pages.Words.Supported(language));
        return Strings
            .GetResourceSet(culture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
