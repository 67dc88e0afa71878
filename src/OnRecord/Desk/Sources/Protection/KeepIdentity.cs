using Microsoft.AspNetCore.Http.Features;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Sources.Protection;

namespace OnRecord.Desk.Sources.Protection;

/// <summary>The forms of the page that keeps who a source is. Who it is stands in one answer to one form, and in no address.</summary>
internal static class KeepIdentity
{
    public static Task<IResult> Store(Guid id, HttpContext http, ProtectIdentity protect, ShowIdentity show) =>
        On(
            id,
            http,
            show,
            async (source, by) =>
            {
                var words = Clean((await http.Request.ReadFormAsync())["who"].ToString());
                return await protect.Store(source, words, by) is { } refusal
                    ? await show.Page(http, source, refusal, written: words)
                    : Done(id, "IdentityStored");
            }
        );

    public static Task<IResult> Open(Guid id, HttpContext http, ProtectIdentity protect, ShowIdentity show) =>
        On(
            id,
            http,
            show,
            async (source, by) =>
            {
                // The length of a compressed page tells of its words.
                if (http.Features.Get<IHttpsCompressionFeature>() is { } compression)
                    compression.Mode = HttpsCompressionMode.DoNotCompress;
                var opened = await protect.Open(source, by);
                return await show.Page(http, source, opened.Refused ? opened.Problems[0] : null, opened: opened.Value);
            }
        );

    public static Task<IResult> Give(Guid id, HttpContext http, ProtectIdentity protect, ShowIdentity show) =>
        OnColleague(id, http, show, protect.Give);

    public static Task<IResult> Take(Guid id, HttpContext http, ProtectIdentity protect, ShowIdentity show) =>
        OnColleague(id, http, show, protect.Take);

    public static Task<IResult> Forget(Guid id, HttpContext http, ProtectIdentity protect, ShowIdentity show) =>
        On(
            id,
            http,
            show,
            async (source, by) =>
                (await http.Request.ReadFormAsync())["sure"].ToString().Length == 0
                    ? await show.Page(
                        http,
                        source,
                        new Problem("sure", "Say that you mean it: what is forgotten cannot be brought back.")
                    )
                : await protect.Forget(source, by) is { } refusal ? await show.Page(http, source, refusal)
                : Done(id, "IdentityForgotten")
        );

    private static Task<IResult> OnColleague(
        Guid id,
        HttpContext http,
        ShowIdentity show,
        Func<Source, Guid, Actor, Task<Problem?>> act
    ) =>
        On(
            id,
            http,
            show,
            async (source, by) =>
            {
                var form = await http.Request.ReadFormAsync();
                var refusal = Guid.TryParse(form["staff"], out var staff)
                    ? await act(source, staff, by)
                    : new Problem("staff", "Choose an editor who may come in.");
                return refusal is null ? Done(id, "Saved") : await show.Page(http, source, refusal);
            }
        );

    private static async Task<IResult> On(
        Guid id,
        HttpContext http,
        ShowIdentity show,
        Func<Source, Actor, Task<IResult>> act
    )
    {
        if (!http.Request.HasFormContentType)
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        return await show.Find(id) is { } source
            ? await act(source, Actor.At(http, SignedIn.Of(http)!))
            : TypedResults.NotFound();
    }

    private static string Clean(string written) =>
        new string([
            .. written.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter)),
        ]).Trim();

    private static IResult Done(Guid id, string what) => SeeOther.At($"/desk/sources/{id}/identity?done={what}");
}
