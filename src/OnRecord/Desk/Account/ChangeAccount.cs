using Microsoft.AspNetCore.Mvc;
using OnRecord.People;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Account;

/// <summary>Name, language, notices, byline: what is neither a way in nor a right.</summary>
internal static class ChangeAccount
{
    private const int LongestName = 120;

    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Language { get; init; }
        public string? Byline { get; init; }
        public bool NoticesByMail { get; init; }
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        SignedIn me,
        [FromForm] Form? form,
        OnRecordDb db,
        ShowAccount account,
        TimeProvider clock
    )
    {
        var (name, byline) = (form?.Name?.Trim() ?? "", form?.Byline?.Trim() ?? "");
        if (name.Length is 0 or > LongestName)
            return await account.Page(http, me, words => new Problem("name", words["Name.Wrong"]));
        if (byline.Length > LongestName)
            return await account.Page(http, me, words => new Problem("byline", words["Byline.Wrong"]));
        var staff = (await db.Staff.FindAsync(me.Id))!;
        await db.Transact(async () =>
        {
            var person = byline.Length == 0 ? null : await FindOrAddPerson.Named(db, byline);
            if (staff.Name != name)
                Audit("staff.renamed", $"{staff.Name} → {name}");
            if (staff.PersonId != person?.Id)
                Audit("staff.bylineChanged", byline);
            (staff.Name, staff.PersonId) = (name, person?.Id);
            (staff.Language, staff.NoticesByMail) = (Words.Supported(form!.Language), form.NoticesByMail);
        });
        return SeeOther.At("/desk/account?done=Saved");

        void Audit(string act, string detail) => Actor.At(http, me).Audit(db, clock.GetUtcNow(), act, staff, detail);
    }
}
