using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Arrangement;

/// <summary>The newsroom's colours, logo and masthead, shown before they are saved.</summary>
internal static class EditLook
{
    public static async Task<IResult> Get(HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        await Page(http, LookForm.Of(await db.Newsroom()), [], db, room);

    public static async Task<IResult> Save(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        Logos logos,
        TimeProvider clock
    )
    {
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = await LookForm.Read(sent, filled, logos, http.RequestAborted);
        form.Check(filled);
        if (filled.Refused || sent["act"] != "save")
            return await Page(http, form, filled.Problems, db, room);
        await db.Transact(async () =>
        {
            form.WriteInto(await db.Newsroom());
            var logo = form.Logo is null ? "" : $", {form.Logo.Value.Sha256[..12]}";
            db.Audit(who, clock.GetUtcNow(), "site.look", "newsroom", $"{form.Light}, {form.Dark}{logo}");
        });
        return ArrangementRoom.Done(http, "/look");
    }

    /// <summary>The colours of the preview: no page may hold a style of its own.</summary>
    public static IResult Preview(string? light, string? dark)
    {
        var (day, night) = (Colour.Read(light) ?? Theme.AccentLight, Colour.Read(dark) ?? Theme.AccentDark);
        return Results.Text(
            $"@layer parts{{.preview.light{{--accent:{day}}}.preview.dark{{--accent:{night}}}}}",
            "text/css; charset=utf-8"
        );
    }

    private static async Task<IResult> Page(
        HttpContext http,
        LookForm form,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Look", problems);
        var sample = await db.Set<Story>()
            .Where(story => story.LiveVersionId != null && story.TakenDownAt == null)
            .OrderByDescending(story => story.PublishedAt)
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (_, version) =>
                    new
                    {
                        version.Content.Headline,
                        version.Content.Deck,
                        version.Content.Language,
                    }
            )
            .FirstOrDefaultAsync();
        var sections = await db.Set<Section>()
            .Where(row => !row.Hidden)
            .OrderBy(row => row.Position)
            .Take(3)
            .Select(row => row.Name)
            .ToListAsync();
        var (light, dark) = (Colour.Read(form.Light), Colour.Read(form.Dark));
        var view = new LookView
        {
            Frame = frame,
            Light = light?.ToString() ?? $"{Theme.AccentLight}",
            Dark = dark?.ToString() ?? $"{Theme.AccentDark}",
            ProposedLight = light is { } day ? LookForm.Proposal(day, dark: false) : null,
            ProposedDark = dark is { } night ? LookForm.Proposal(night, dark: true) : null,
            Contrasts = form.Lines(),
            Centred = form.Masthead == Masthead.Centred,
            Logo = form.Logo is { } logo ? new LogoView(logo.Sha256, logo.Address, logo.Width, logo.Height) : null,
            LogoDark = form.LogoDark is { } second
                ? new LogoView(second.Sha256, second.Address, second.Width, second.Height)
                : null,
            Newsroom = newsroom.Name,
            NewsroomLanguage = newsroom.Language,
            Sections = sections,
            Headline = sample?.Headline ?? frame.Words["SampleHeadline"],
            Deck = sample is null ? frame.Words["SampleDeck"] : sample.Deck,
            SampleLanguage = sample?.Language ?? frame.Words.Language,
        };
        return await room.Page<LookPage>(frame, view);
    }
}

/// <summary>The look as it was picked, with its preview.</summary>
public sealed record LookView
{
    public required ArrangementView Frame { get; init; }
    public required string Light { get; init; }
    public required string Dark { get; init; }

    /// <summary>The nearest colour that can be read; null where this one can.</summary>
    public string? ProposedLight { get; init; }
    public string? ProposedDark { get; init; }

    public required IReadOnlyList<ContrastLine> Contrasts { get; init; }
    public required bool Centred { get; init; }
    public LogoView? Logo { get; init; }
    public LogoView? LogoDark { get; init; }
    public required string Newsroom { get; init; }
    public required string NewsroomLanguage { get; init; }
    public required IReadOnlyList<string> Sections { get; init; }
    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public required string SampleLanguage { get; init; }

    public string PreviewStyle =>
        $"/desk/site/look/preview.css?light={Uri.EscapeDataString(Light)}&dark={Uri.EscapeDataString(Dark)}";
}

/// <summary>A logo as a picture, and the hash by which the form carries it on.</summary>
public sealed record LogoView(string Sha256, string Address, int Width, int Height);
