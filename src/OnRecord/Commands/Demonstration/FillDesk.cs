using OnRecord.Desk.Budget;
using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Commands.Demonstration;

/// <summary>Lays on the demonstration's desk what its people are at. Within the caller's transaction.</summary>
internal sealed class FillDesk(
    OnRecordDb db,
    DemonstrationClock clock,
    DemonstrationPictures pictures,
    FillLedger ledgers
)
{
    private readonly Dictionary<string, StaffMember> staff = [];

    /// <param name="desk">As its file describes it.</param>
    /// <param name="sections">By their slugs.</param>
    /// <param name="published">The stories readers have, by their files.</param>
    public async Task Into(
        DemonstrationDesk desk,
        Dictionary<string, Guid> sections,
        Dictionary<string, Story> published
    )
    {
        foreach (var member in db.Staff.Local)
            staff[member.Email.Split('@')[0]] = member;
        foreach (var told in desk.Stories)
            await Put(told, told.Updates is { } live ? published[live] : Begin(told, sections[told.Section]));
        foreach (var told in desk.Filters)
            db.SavedFilters.Add(
                new SavedFilter
                {
                    Id = Guid.CreateVersion7(),
                    StaffId = staff[told.By].Id,
                    Name = told.Name,
                    Query = new BudgetQuery
                    {
                        State = told.State ?? "motion",
                        Who = told.Who ?? "",
                        Section = told.Section is { } slug ? sections[slug] : null,
                        Sort = told.Sort ?? "changed",
                    }.Written(),
                    Shared = told.Shared,
                }
            );
    }

    private Story Begin(DeskStory told, Guid section)
    {
        var at = clock.Before(told.Begun);
        var story = Story.Begin(told.Headline, told.Language, section, told.Brief, staff[told.By].Id, at);
        story.Draft = story.Draft with { Deck = told.Deck, Byline = (told.Byline ?? []).ToValueList() };
        story.EmbargoUntil = told.Embargo is { } until ? clock.Wanted(until) : null;
        db.Stories.Add(story);
        return story;
    }

    private async Task Put(DeskStory told, Story story)
    {
        if (told.Due is { } due)
            story.Due(clock.Wanted(due), clock.Before(told.Begun));
        var tell = new DeskNotices(db, clock, story, staff.Values);
        var written = await Written(told, story);
        var acts = (told.Saves ?? [])
            .Select(save => (save.Ago, Act: (Func<Task>)(() => Save(story, save, written))))
            .Concat((told.Moves ?? []).Select(move => (move.Ago, Act: (Func<Task>)(() => Move(story, move, tell)))));
        foreach (var (_, act) in acts.OrderByDescending(act => act.Ago))
            await act();
        Assign(told, story, tell);
        Comment(told, story, tell);
        // An update adds no picture, and the rows of those it has are there already.
        if (told.Updates is null)
            await PicturesOfStory.InDraft(db, story.Id, story.Draft);
    }

    private async Task<StoryContent> Written(DeskStory told, Story story)
    {
        if (told.Text is null || told.Saves is not [.., var last])
            return story.Draft;
        var at = clock.Before(last.Ago);
        var (lead, text) = DeskText.Read(told.Text, staff[last.By].Id, at);
        text = ledgers.Into(story, told.File!, at, text)[0];
        text = LanguageProposal.Mark(await pictures.In(text), story.Draft.Language);
        return story.Draft with
        {
            Deck = told.Deck ?? story.Draft.Deck,
            Lead = await pictures.Lead(lead) ?? story.Draft.Lead,
            Text = text with { Blocks = [.. story.Draft.Text.Blocks, .. text.Blocks] },
            Ledger = await StoryLedger.Lines(db, story),
        };
    }

    private async Task Save(Story story, DeskSave save, StoryContent written)
    {
        await KeepDraft.Of(db, story);
        var blocks = written.Text.Blocks.Take(save.Blocks ?? int.MaxValue).ToValueList();
        var content = written with { Text = written.Text with { Blocks = blocks } };
        story.Save(content, staff[save.By].Id, clock.Before(save.Ago));
    }

    private async Task Move(Story story, DeskMove move, DeskNotices tell)
    {
        var (from, at, who) = (story.State, clock.Before(move.Ago), staff[move.By]);
        await KeepDraft.Of(db, story);
        Approve(story, from, move.To, who.Id, at);
        if (move.Until is { } until)
        {
            if (story.Schedule(clock.Wanted(until), new VersionAct(VersionKind.First, ""), who.Id, at) is { } problem)
                throw new InvalidDataException(problem.Message);
        }
        else
            story.Enter(move.To, at);
        ChangeState.Note(db, story, from, move.To, who.Id, at, move.Note);
        db.Audit(SignedIn.As(who), at, "story.moved", $"story:{story.Id}", story.Draft.Headline, $"{from} → {move.To}");
        tell.Moved(move.To, who, at, move.Note);
    }

    // As at the desk: who passes a text on has read it.
    private void Approve(Story story, StoryState from, StoryState to, Guid who, DateTimeOffset at)
    {
        var kind =
            to == StoryState.Legal || (to == StoryState.Ready && from is StoryState.Writing or StoryState.WithEditor)
                ? ApprovalKind.Editor
            : to == StoryState.Ready && from == StoryState.Legal ? ApprovalKind.Legal
            : default(ApprovalKind?);
        if (kind is not { } given)
            return;
        db.StoryApprovals.Add(
            new StoryApproval
            {
                Id = Guid.CreateVersion7(at),
                StoryId = story.Id,
                Kind = given,
                StaffId = who,
                At = at,
                Fingerprint = story.Draft.ForReaders().Fingerprint(),
            }
        );
    }

    private void Assign(DeskStory told, Story story, DeskNotices tell)
    {
        var assigned = (told.Moves ?? []).FirstOrDefault(move => move.To is StoryState.Assigned or StoryState.Writing);
        foreach (var writer in (told.Writers ?? []).Select(name => staff[name]))
        {
            var at = clock.Before(assigned?.Ago ?? told.Begun);
            db.StoryAssignments.Add(
                new StoryAssignment
                {
                    StoryId = story.Id,
                    StaffId = writer.Id,
                    At = at,
                }
            );
            if (assigned is not null)
                tell.Assigned(writer, staff[assigned.By], at);
        }
    }

    private void Comment(DeskStory told, Story story, DeskNotices tell)
    {
        var before = new List<StoryComment>();
        foreach (var comment in told.Comments ?? [])
        {
            var (who, at) = (staff[comment.By], clock.Before(comment.Ago));
            var thread = before.Where(row => row.Thread == comment.On).ToList();
            before.Add(
                new StoryComment
                {
                    Id = Guid.CreateVersion7(at),
                    StoryId = story.Id,
                    Thread = comment.On,
                    ReplyTo = thread.FirstOrDefault()?.Id,
                    StaffId = who.Id,
                    At = at,
                    Text = comment.Text,
                    Quote = DeskText.Quote(story.Draft.Text, comment.On),
                }
            );
            tell.Commented(thread.Select(row => row.StaffId), who, at, comment.Text);
        }
        db.StoryComments.AddRange(before);
    }
}
