using System.Resources;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using OnRecord.People.Staff;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.People.Notices;

/// <summary>Tells colleagues something, at the desk and by mail, within the caller's transaction. Nobody is told what they did themselves.</summary>
internal sealed class GiveNotice(MailQueue mail, PublicAddress address, TimeProvider clock)
{
    private static readonly ResourceManager Strings = new(
        "OnRecord.People.Notices.NoticeWords",
        typeof(Notice).Assembly
    );

    public static Words Words(string language) => new(Strings, language);

    /// <param name="by">Who caused it; null for the machine itself.</param>
    /// <param name="path">Where at the desk it leads.</param>
    public async Task To(
        OnRecordDb db,
        IEnumerable<Guid> staff,
        NoticeKind kind,
        SignedIn? by,
        string about,
        string path,
        string text = ""
    )
    {
        var ids = staff.Where(id => id != by?.Id).Distinct().ToList();
        foreach (var member in await db.Staff.Where(row => ids.Contains(row.Id)).ToListAsync())
        {
            if (!member.IsIn)
                continue;
            var notice = new Notice
            {
                Id = Guid.CreateVersion7(),
                StaffId = member.Id,
                At = clock.GetUtcNow(),
                Kind = kind,
                By = by?.Name,
                About = about,
                Text = text,
                Path = path,
            };
            db.Notices.Add(notice);
            if (member.NoticesByMail)
                Post(db, member, notice);
        }
    }

    /// <summary>The notice as a sentence.</summary>
    public static string Sentence(Words words, NoticeKind kind, string? by, string about) =>
        words.With($"Kind.{kind}", by ?? words["Machine"], about);

    private void Post(OnRecordDb db, StaffMember member, Notice notice)
    {
        var words = Words(member.Language);
        var sentence = Sentence(words, notice.Kind, notice.By, notice.About);
        var said = notice.Text.Length == 0 ? "" : $"“{notice.Text}”\n\n";
        mail.Put(
            db,
            new MailboxAddress(member.Name, member.Email),
            sentence,
            $"{sentence}\n\n{said}{address.Of(notice.Path)}\n\n{words["WhyMail"]}\n"
        );
    }
}
