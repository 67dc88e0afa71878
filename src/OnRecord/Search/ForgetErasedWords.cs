using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>Words of a story were destroyed because the law asked for it.</summary>
internal sealed record WordsErased(Guid StoryId);

/// <summary>Destroys them in the index too. It takes as long as the index is large, so it is done after the removal and not in it.</summary>
internal sealed class ForgetErasedWords(OnRecordDb db, ISearchIndex index) : IHear<WordsErased>
{
    public async Task Hear(WordsErased fact, CancellationToken stop)
    {
        if (!await index.Forget(db, stop))
            throw new AnnouncementRefused("The database’s log could not be emptied, because somebody was reading.");
    }
}
