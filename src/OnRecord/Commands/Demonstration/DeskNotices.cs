using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Commands.Demonstration;

/// <summary>The notices that the demonstration's people found at their desk over the past days. What is older than a day was read.</summary>
internal sealed class DeskNotices(
    OnRecordDb db,
    DemonstrationClock clock,
    Story story,
    IReadOnlyCollection<StaffMember> staff
)
{
    private const int ReadAfterHours = 24;

    public void Assigned(StaffMember writer, StaffMember by, DateTimeOffset at) =>
        Give([writer], NoticeKind.Assigned, by, at, story.Brief);

    public void Moved(StoryState to, StaffMember by, DateTimeOffset at, string note)
    {
        var needed = to switch
        {
            StoryState.WithEditor => Roles.Editor,
            StoryState.Legal => Roles.Legal,
            _ => Roles.None,
        };
        if (needed != Roles.None)
            Give(staff.Where(member => member.Roles.HasFlag(needed)), NoticeKind.Moved, by, at, note);
    }

    /// <param name="others">Who wrote on the same passage before.</param>
    public void Commented(IEnumerable<Guid> others, StaffMember by, DateTimeOffset at, string text)
    {
        var named = staff.Where(member => text.Contains($"@{member.Name}", StringComparison.Ordinal)).ToList();
        Give(named, NoticeKind.Mentioned, by, at, text);
        Give(
            staff.Where(member => others.Contains(member.Id) && !named.Contains(member)),
            NoticeKind.Replied,
            by,
            at,
            text
        );
    }

    private void Give(IEnumerable<StaffMember> to, NoticeKind kind, StaffMember by, DateTimeOffset at, string text)
    {
        foreach (var member in to.Where(member => member != by))
            db.Notices.Add(
                new Notice
                {
                    Id = Guid.CreateVersion7(at),
                    StaffId = member.Id,
                    At = at,
                    Kind = kind,
                    By = by.Name,
                    About = story.Draft.Headline,
                    Text = text,
                    Path = $"/desk/stories/{story.Id}",
                    ReadAt = at.AddHours(ReadAfterHours) < clock.Now ? at.AddHours(1) : null,
                }
            );
    }
}
