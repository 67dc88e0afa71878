using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Stories.Arrangement;

/// <summary>The newsroom's own colours over OnRecord's, as a style sheet whose address holds its hash.</summary>
internal static class Theme
{
    /// <summary>What WCAG 2.2 asks of text (success criterion 1.4.3).</summary>
    public const double Enough = 4.5;

    public const string Path = "/theme.css";

    /// <summary>The accents and grounds of client/reader/tokens.css.</summary>
    public static readonly Colour AccentLight = new(0x8c, 0x1d, 0x18);
    public static readonly Colour AccentDark = new(0xff, 0x8f, 0x80);

    private static readonly Ground[] Light =
    [
        new("Paper", new Colour(0xff, 0xfe, 0xfb)),
        new("Raised", new Colour(0xf6, 0xf4, 0xee)),
    ];
    private static readonly Ground[] Dark =
    [
        new("Paper", new Colour(0x14, 0x16, 0x1a)),
        new("Raised", new Colour(0x1d, 0x20, 0x26)),
    ];

    /// <summary>On what an accent must be read.</summary>
    public static IReadOnlyList<Ground> Grounds(bool dark) => dark ? Dark : Light;

    /// <summary>Whether an accent can be read on every ground of its scheme.</summary>
    public static bool IsReadable(Colour accent, bool dark) =>
        Grounds(dark).All(ground => accent.Contrast(ground.Colour) >= Enough);

    public static Colour Accent(Newsroom newsroom, bool dark) =>
        dark ? Colour.Read(newsroom.AccentDark) ?? AccentDark : Colour.Read(newsroom.AccentLight) ?? AccentLight;

    /// <returns>Null where the newsroom has no colours of its own.</returns>
    public static string? Css(Newsroom newsroom) =>
        newsroom.AccentLight is null && newsroom.AccentDark is null
            ? null
            : $"@layer tokens{{:root{{--accent:light-dark({Accent(newsroom, false)},{Accent(newsroom, true)})}}}}";

    /// <returns>Null where the newsroom has no colours of its own.</returns>
    public static string? Address(Newsroom newsroom) => Css(newsroom) is { } css ? $"{Path}?v={Hash(css)}" : null;

    public static string Hash(string css) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..10];
}

/// <summary>What an accent stands on.</summary>
internal sealed record Ground(string Name, Colour Colour);
