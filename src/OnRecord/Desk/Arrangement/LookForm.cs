using System.Globalization;
using OnRecord.Media;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Arrangement;

/// <summary>Colours, logos and masthead as they were picked, and what can be read with them.</summary>
internal sealed record LookForm
{
    /// <summary>As typed: what is no colour is shown again too.</summary>
    public required string Light { get; init; }
    public required string Dark { get; init; }
    public required Masthead Masthead { get; init; }
    public LogoPicture? Logo { get; init; }
    public LogoPicture? LogoDark { get; init; }

    public static LookForm Of(Newsroom newsroom) =>
        new()
        {
            Light = Theme.Accent(newsroom, dark: false).ToString(),
            Dark = Theme.Accent(newsroom, dark: true).ToString(),
            Masthead = newsroom.Masthead,
            Logo = LogoPicture.Read(newsroom.Logo),
            LogoDark = LogoPicture.Read(newsroom.LogoDark),
        };

    public static async Task<LookForm> Read(IFormCollection sent, Filled filled, Logos logos, CancellationToken stop)
    {
        // Asked for its own colours, or for the one proposed, the form takes it and shows it.
        var own = sent["act"] == "own";
        return new LookForm
        {
            Light = own ? $"{Theme.AccentLight}" : Taken(sent, "take-light") ?? filled.Line("light", 9),
            Dark = own ? $"{Theme.AccentDark}" : Taken(sent, "take-dark") ?? filled.Line("dark", 9),
            Masthead = filled.Line("masthead", 10) == "Centred" ? Masthead.Centred : Masthead.Line,
            Logo = await Sent(sent, "logo", filled, logos, stop),
            LogoDark = await Sent(sent, "logo-dark", filled, logos, stop),
        };
    }

    /// <summary>Refuses what is no colour or cannot be read, and proposes what can.</summary>
    public void Check(Filled filled)
    {
        foreach (var dark in (bool[])[false, true])
        {
            var (field, written) = dark ? ("dark", Dark) : ("light", Light);
            if (Colour.Read(written) is not { } accent)
                filled.Refuse(field, "ColourUnknown", written);
            else if (!Theme.IsReadable(accent, dark))
            {
                var ground = Theme.Grounds(dark).MinBy(ground => accent.Contrast(ground.Colour))!;
                filled.Refuse(
                    field,
                    $"Contrast.{(dark ? "Dark" : "Light")}.{ground.Name}",
                    accent,
                    Ratio(accent.Contrast(ground.Colour)),
                    Proposal(accent, dark)!
                );
            }
        }
    }

    public void WriteInto(Newsroom newsroom)
    {
        var (light, dark) = (Colour.Read(Light)!.Value, Colour.Read(Dark)!.Value);
        newsroom.AccentLight = light == Theme.AccentLight ? null : light.ToString();
        newsroom.AccentDark = dark == Theme.AccentDark ? null : dark.ToString();
        (newsroom.Logo, newsroom.LogoDark, newsroom.Masthead) = (Logo?.ToString(), LogoDark?.ToString(), Masthead);
    }

    public IReadOnlyList<ContrastLine> Lines() => [.. Lines(false), .. Lines(true)];

    /// <returns>The nearest colour that can be read; null where this one can.</returns>
    public static string? Proposal(Colour accent, bool dark) =>
        Theme.IsReadable(accent, dark) ? null : accent.Nearest(colour => Theme.IsReadable(colour, dark))?.ToString();

    private IEnumerable<ContrastLine> Lines(bool dark)
    {
        if (Colour.Read(dark ? Dark : Light) is not { } accent)
            return [];
        var (paper, raised) = (Theme.Grounds(dark)[0].Colour, Theme.Grounds(dark)[1].Colour);
        return
        [
            Line("OnPaper", accent, paper, dark),
            Line("OnRaised", accent, raised, dark),
            Line("PaperOn", paper, accent, dark),
        ];
    }

    private static ContrastLine Line(string pair, Colour text, Colour ground, bool dark) =>
        new($"Pair.{pair}", dark, Ratio(text.Contrast(ground)), text.Contrast(ground) >= Theme.Enough);

    // Rounded down: what is shown as 4.5 is enough.
    private static string Ratio(double contrast) =>
        (Math.Floor(contrast * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture) + ":1";

    private static string? Taken(IFormCollection sent, string field) => Colour.Read(sent[field].ToString())?.ToString();

    // A file that was only shown is kept under its hash, and the form carries the hash on.
    private static async Task<LogoPicture?> Sent(
        IFormCollection sent,
        string field,
        Filled filled,
        Logos logos,
        CancellationToken stop
    )
    {
        var before = filled.Checked($"no-{field}") ? null : logos.Kept(filled.Line($"kept-{field}", 64));
        if (sent.Files.GetFile(field) is not { Length: > 0 } file)
            return before;
        if (file.Length > Logos.MaximumBytes)
        {
            filled.Refuse(field, "LogoTooLarge");
            return before;
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        if (await logos.Keep(bytes.ToArray(), stop) is { } kept)
            return kept;
        filled.Refuse(field, "LogoUnreadable");
        return before;
    }
}

/// <summary>How well one colour is read on another.</summary>
/// <param name="Pair">The key of its words.</param>
public sealed record ContrastLine(string Pair, bool Dark, string Ratio, bool Passes);
