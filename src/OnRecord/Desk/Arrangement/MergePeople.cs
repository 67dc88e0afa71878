using Microsoft.EntityFrameworkCore;
using OnRecord.People;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>Makes two names one person's. Versions keep the names they were signed with; both addresses lead to one page with the stories of both.</summary>
internal static class MergePeople
{
    public static Task Run(OnRecordDb db, Person person, Person into, SignedIn who, DateTimeOffset now) =>
        db.Transact(async () =>
        {
            await db.Set<StoryByline>()
                .Where(row =>
                    row.PersonId == person.Id
                    && !db.Set<StoryByline>().Any(other => other.PersonId == into.Id && other.StoryId == row.StoryId)
                )
                .ExecuteUpdateAsync(row => row.SetProperty(byline => byline.PersonId, into.Id));
            await db.Set<StoryByline>().Where(row => row.PersonId == person.Id).ExecuteDeleteAsync();
            await db.Set<FormerPerson>()
                .Where(row => row.PersonId == person.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(former => former.PersonId, into.Id));
            await db.Set<StaffMember>()
                .Where(row => row.PersonId == person.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(member => member.PersonId, into.Id));
            db.FormerPeople.Add(
                new FormerPerson
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = into.Id,
                    Name = person.Name,
                    Slug = person.Slug,
                }
            );
            KeepWhatIsKnown(person, into);
            db.People.Remove(person);
            db.Audit(who, now, "site.person.merged", $"person:{into.Id}", into.Name, person.Name);
        });

    private static void KeepWhatIsKnown(Person person, Person into)
    {
        into.Role ??= person.Role;
        into.Contact ??= person.Contact;
        if (into.Bio.Length == 0)
            into.Bio = person.Bio;
        if (into.Languages.Length == 0)
            into.Languages = person.Languages;
        if (into.Portrait is not null)
            return;
        (into.Portrait, into.PortraitCredit) = (person.Portrait, person.PortraitCredit);
        (into.PortraitWidth, into.PortraitHeight) = (person.PortraitWidth, person.PortraitHeight);
    }
}
