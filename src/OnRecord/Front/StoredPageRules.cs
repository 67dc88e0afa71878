using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OnRecord.Comments;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Moderation;
using OnRecord.Comments.Posting;
using OnRecord.Comments.Privacy;
using OnRecord.Imports;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.PublicRecord;
using OnRecord.PublicRecord.Witnessing;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Sources.Protection;
using OnRecord.Stories;
using OnRecord.Stories.Archive;
using OnRecord.Stories.Arrangement;
using OnRecord.Stories.Corrections;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Front;

/// <summary>Which of readers' pages a change of which table takes from the store. Every table has its line; a test finds the one that has not.</summary>
internal static class StoredPageRules
{
    // More stories than this, and it is quicker to let everything go.
    private const int Many = 200;

    private static readonly string[] Everything = [StoryTags.Site];

    public static IServiceCollection AddStoredPageRules(this IServiceCollection services)
    {
        foreach (var rule in Rules())
            services.AddSingleton(rule);
        return services;
    }

    private static IEnumerable<TagRule> Rules() =>
        [
            OnEntry<Story>(Story),
            On<StoryVersion>((_, version) => OfStory(version.StoryId)),
            On<StoryAddress>((_, row) => OfStory(row.StoryId)),
            On<StoryTopic>((_, row) => [StoryTags.Topic(row.TopicId)]),
            On<StoryByline>((_, row) => [StoryTags.Person(row.PersonId)]),
            On<SealedVersion>((_, row) => [StoryTags.Story(row.StoryId)]),
            On<LedgerEntry>((_, row) => [StoryTags.Story(row.StoryId)]),
            On<UnnamedApproval>((_, row) => [StoryTags.Story(row.StoryId)]),
            On<SavedCopy>(Copy),
            OnceKnown<Source>(Source, _ => []),
            // Their names stand on pages of many stories; such a change is rare.
            OnceKnown<Topic>((_, _) => Everything, topic => [StoryTags.Topic(topic.Id)]),
            OnceKnown<Person>((_, _) => Everything, person => [StoryTags.Person(person.Id)]),
            On<FormerTopic>((_, _) => Everything),
            On<FormerPerson>((_, _) => Everything),
            On<FormerSection>((_, _) => Everything),
            On<FrontComposition>((_, _) => [StoryTags.Front]),
            On<ArchiveMonth>((_, _) => [StoryTags.Front]),
            On<Section>((_, _) => Everything),
            On<Newsroom>((_, _) => Everything),
            On<MenuItem>((_, _) => Everything),
            On<Policy>((_, _) => Everything),
            On<PolicyVersion>((_, _) => Everything),
            OnEntry<ReaderComment>(Comment),
            On<StoryTalk>((_, talk) => [CommentTags.Of(talk.StoryId)]),
            On<CommentLike>((_, like) => [CommentTags.Of(like.StoryId)]),
            On<SectionTalk>((_, _) => Everything),
            On<CommentHouse>((_, _) => Everything),
            .. Unseen(),
        ];

    /// <summary>What no stored page is made of.</summary>
    private static IEnumerable<TagRule> Unseen() =>
        new[]
        {
            typeof(Announcement),
            typeof(AskedWitness),
            typeof(AuditEntry),
            typeof(CommentAppeal),
            typeof(CommentDecision),
            typeof(CommentReport),
            typeof(Commenter),
            typeof(CommentLetter),
            typeof(DataRequest),
            typeof(CommenterNote),
            typeof(CommenterSanction),
            typeof(ErrorReport),
            typeof(FilterLearning),
            typeof(HashTile),
            typeof(IdentityKey),
            typeof(ImportedStory),
            typeof(Notice),
            typeof(OutgoingMail),
            typeof(PageEviction),
            // A version holds its pictures' words, and their bytes never change.
            typeof(Picture),
            typeof(PictureFocus),
            typeof(PictureUse),
            typeof(PreviewLink),
            typeof(ProtectedIdentity),
            typeof(RecordEntry),
            typeof(RecordHead),
            typeof(SavedDraft),
            typeof(SavedFilter),
            typeof(ShownStatement),
            typeof(SignInAttempt),
            typeof(StaffInvitation),
            typeof(StaffMember),
            typeof(StaffPasskey),
            typeof(StaffSession),
            typeof(StoryApproval),
            typeof(StoryAssignment),
            typeof(StoryComment),
            typeof(StoryHold),
            typeof(StoryMove),
            typeof(StoryRequest),
            typeof(StorySource),
            typeof(WitnessedLog),
        }.Select(table => new TagRule(table, null));

    private static TagRule On<TRow>(Func<OnRecordDb, TRow, IEnumerable<string>> tags)
        where TRow : class => new(typeof(TRow), (db, entry) => tags(db, (TRow)entry.Entity));

    private static TagRule OnEntry<TRow>(Func<OnRecordDb, EntityEntry, IEnumerable<string>> tags)
        where TRow : class => new(typeof(TRow), tags);

    // A new one is on no page yet; somebody may have asked for its own, and heard that there is none.
    private static TagRule OnceKnown<TRow>(Func<OnRecordDb, TRow, IEnumerable<string>> tags, Func<TRow, string[]> ofNew)
        where TRow : class =>
        new(
            typeof(TRow),
            (db, entry) => entry.State == EntityState.Added ? ofNew((TRow)entry.Entity) : tags(db, (TRow)entry.Entity)
        );

    private static string[] OfStory(Guid story) => [StoryTags.Story(story), StoryTags.Front, StoryTags.Corrections];

    // What only the desk sees of a story, its draft above all, changes often and takes no page.
    private static IEnumerable<string> Story(OnRecordDb db, EntityEntry entry)
    {
        var story = (Story)entry.Entity;
        if (entry.State == EntityState.Modified && !Shown.Exists(name => entry.Property(name).IsModified))
            return [];
        if (story.LiveVersionId is null && entry.Property(nameof(Stories.Story.LiveVersionId)).OriginalValue is null)
            return [];
        return
        [
            .. OfStory(story.Id),
            .. Before(entry, nameof(Stories.Story.LiveSectionId), story.LiveSectionId).Select(StoryTags.Section),
            .. MenuOf(db, entry, story),
            .. Before(entry, nameof(Stories.Story.PublishedAt), story.PublishedAt)
                .SelectMany(at => Months(db, story, at)),
            // Those that change with it have rules of their own.
            .. db.Set<StoryTopic>()
                .Where(row => row.StoryId == story.Id)
                .Select(row => row.TopicId)
                .ToList()
                .Select(StoryTags.Topic),
            .. db.Set<StoryByline>()
                .Where(row => row.StoryId == story.Id)
                .Select(row => row.PersonId)
                .ToList()
                .Select(StoryTags.Person),
        ];
    }

    // A section stands in the menu of all pages from its first story to its last.
    private static string[] MenuOf(OnRecordDb db, EntityEntry entry, Story story)
    {
        var property = entry.Property(nameof(Stories.Story.LiveSectionId));
        if (entry.State == EntityState.Modified && !property.IsModified)
            return [];
        var changed = Before(entry, nameof(Stories.Story.LiveSectionId), story.LiveSectionId).ToList();
        return changed.Exists(section =>
            !db.Set<Story>().Any(other => other.LiveSectionId == section && other.Id != story.Id)
        )
            ? Everything
            : [];
    }

    // One that waits is on no page.
    private static IEnumerable<string> Comment(OnRecordDb db, EntityEntry entry)
    {
        var comment = (ReaderComment)entry.Entity;
        var was = entry.State == EntityState.Added ? null : entry.Property(nameof(ReaderComment.State)).OriginalValue;
        return comment.IsShown || was is CommentState.Published || comment.Replies > 0
            ? [CommentTags.Of(comment.StoryId)]
            : [];
    }

    private static readonly List<string> Shown =
    [
        nameof(Stories.Story.LiveVersionId),
        nameof(Stories.Story.LiveSectionId),
        nameof(Stories.Story.Path),
        nameof(Stories.Story.PublishedAt),
        nameof(Stories.Story.UpdatedAt),
        nameof(Stories.Story.RetractedAt),
        nameof(Stories.Story.TakenDownAt),
        nameof(Stories.Story.ShowsProposals),
        nameof(Stories.Story.HidesSources),
    ];

    private static IEnumerable<T> Before<T>(EntityEntry entry, string property, T? now)
        where T : struct =>
        new[] { now, entry.State == EntityState.Added ? null : (T?)entry.Property(property).OriginalValue }
            .OfType<T>()
            .Distinct();

    // An archive's month is one on the newsroom's clock, which a rule does not know: the neighbours go too.
    private static IEnumerable<string> Months(OnRecordDb db, Story story, DateTimeOffset at)
    {
        var near = new[] { at.AddDays(-1), at, at.AddDays(1) }.Select(day =>
            (day.UtcDateTime.Year, day.UtcDateTime.Month)
        );
        foreach (var (year, month) in near.Distinct())
        {
            yield return StoryTags.Archive(year, month);
            // The first of its month, or the last to go: other months lead to it, or past it.
            var first = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
            var (from, until) = (first.AddDays(1), first.AddMonths(1).AddDays(-1));
            if (
                !db.Set<Story>()
                    .Listed()
                    .Any(other => other.PublishedAt >= from && other.PublishedAt < until && other.Id != story.Id)
            )
                yield return StoryTags.Archives;
        }
    }

    private static IEnumerable<string> Copy(OnRecordDb db, SavedCopy copy) =>
        copy.EntryId is { } entry
            ? db.Set<LedgerEntry>()
                .Where(row => row.Id == entry)
                .Select(row => row.StoryId)
                .ToList()
                .Select(StoryTags.Story)
            : [];

    private static IEnumerable<string> Source(OnRecordDb db, Source source)
    {
        var stories = db.Set<StorySource>()
            .Where(row => row.SourceId == source.Id)
            .Select(row => row.StoryId)
            .Take(Many + 1)
            .ToList();
        return stories.Count > Many ? Everything : stories.Select(StoryTags.Story);
    }
}
