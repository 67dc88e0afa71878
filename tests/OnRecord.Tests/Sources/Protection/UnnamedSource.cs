using System.Net;
using OnRecord.Attribution;
using OnRecord.People.Staff;
using OnRecord.Sources;

namespace OnRecord.Tests.Sources.Protection;

/// <summary>Errands round who a source is.</summary>
internal static class UnnamedSource
{
    public const string Description = "a person who works at the site";

    public static Task<Guid> Unnamed(this OnRecordApp app, string name = Description, bool isNamed = false) =>
        app.InDatabase(async db =>
        {
            var source = new Source
            {
                Id = Guid.CreateVersion7(),
                Kind = SourceKind.Person,
                Name = name,
                IsNamed = isNamed,
                Reason = isNamed ? null : NotNamedReason.CouldLoseJob,
                CreatedAt = app.Clock.GetUtcNow(),
            };
            db.Add(source);
            await db.SaveChangesAsync();
            return source.Id;
        });

    public static string IdentityPage(Guid source) => $"/desk/sources/{source}/identity";

    public static Task<HttpResponseMessage> StoreIdentity(this Colleague who, Guid source, string name) =>
        who.Post(IdentityPage(source), [("who", name)]);

    public static Task<HttpResponseMessage> OpenIdentity(this Colleague who, Guid source) =>
        who.Post($"{IdentityPage(source)}/open", []);

    public static Task<HttpResponseMessage> GiveIdentity(this Colleague who, Guid source, Colleague to) =>
        who.Post($"{IdentityPage(source)}/give", [("staff", $"{to.Id}")]);

    public static Task<HttpResponseMessage> TakeIdentity(this Colleague who, Guid source, Colleague from) =>
        who.Post($"{IdentityPage(source)}/take", [("staff", $"{from.Id}")]);

    public static Task<HttpResponseMessage> ForgetIdentity(this Colleague who, Guid source) =>
        who.Post($"{IdentityPage(source)}/forget", [("sure", "1")]);

    public static async Task<string> ShouldBe(this Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var answer = await asked;
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        answer.StatusCode.ShouldBe(status, page);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return page;
    }

    public static Task ChangeRoles(this OnRecordApp app, Colleague who, Roles roles) =>
        app.InDatabase(async db =>
        {
            (await db.Staff.FindAsync(who.Id))!.Roles = roles;
            return await db.SaveChangesAsync();
        });
}
