using OnRecord.Media;
using OnRecord.Media.Embedded;

namespace OnRecord.Tests.Media;

/// <summary>Over pictures from ExifTool's own suite, with ExifTool as the judge.</summary>
public class OutsideMetadataTests
{
    // Places, machines and owners, in whatever group they stand.
    private static readonly string[] Private =
    [
        "GPS",
        "Serial",
        "Location",
        "City",
        "Country",
        "Province",
        "State",
        "Make",
        "Model",
        "Lens",
        "Owner",
        "Software",
        "DocumentID",
        "InstanceID",
        "History",
    ];

    private static readonly string[] Ours =
    [
        "XMP-photoshop:Credit",
        "XMP-dc:Creator",
        "XMP-dc:Description",
        "XMP-iptcCore:AltTextAccessibility",
        "XMP-xmpRights:UsageTerms",
        "IPTC:CodedCharacterSet",
        "IPTC:ApplicationRecordVersion",
        "IPTC:By-line",
        "IPTC:Credit",
        "IPTC:Caption-Abstract",
    ];

    public static TheoryData<string> Files() =>
        [
            "ExtendedXMP.jpg",
            "GPS.jpg",
            "IPTC.jpg",
            "MWG.jpg",
            "PNG.png",
            "PhotoMechanic.jpg",
            "RIFF.webp",
            "Writer.jpg",
            "XMP.jpg",
            "XMP.svg",
            "AFCP.jpg",
            "FotoStation.jpg",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_credit_that_ExifTool_sees_is_read(string file)
    {
        var bytes = Bytes(file);
        var seen = await ExifTool.Read(bytes);
        var credit = PictureInside.Of(bytes).Words.Credit ?? "";
        string[] places = ["XMP-dc:Creator", "XMP-photoshop:Credit", "IPTC:By-line", "IPTC:Credit", "IFD0:Artist"];
        var found = places.Where(seen.ContainsKey).ToList();
        (credit.Length > 0).ShouldBe(found.Count > 0 || seen.ContainsKey("IFD0:Copyright"), file);
        if (found.Count > 0)
            credit.ShouldContain(seen[found[0]].Trim(), Case.Insensitive);
        if (seen.TryGetValue("XMP-photoshop:Credit", out var agency))
            credit.ShouldContain(agency);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_rendition_keeps_the_words_and_nothing_else(string file)
    {
        var bytes = Bytes(file);
        if (PictureFile.Measure(bytes) is not { } size)
        {
            // Some of the suite's pictures are tags without a picture: those are refused.
            (await ExifTool.Read(bytes)).ShouldNotBeEmpty();
            return;
        }
        var words = PictureInside.Of(bytes).Words.Clean() with { Alt = "Що видно: “a ferry” & < >" };
        words = words with { Credit = words.Credit ?? "М. Рейєс / Ledger" };
        foreach (var (format, _) in RenditionSizes.Formats)
        {
            var width = RenditionSizes.For(size.Width)[0];
            var seen = await ExifTool.Read(
                PictureFile.Render(bytes, size, new RenditionName(width, null, format), words)
            );
            var tags = seen.Where(tag =>
                tag.Key.Split(':')[0] is not ("File" or "System" or "Composite" or "ExifTool")
            );
            tags.Where(tag => Private.Any(word => tag.Key.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .ShouldBeEmpty($"{file} as {format}");
            tags.Where(tag =>
                    tag.Key.StartsWith("XMP", StringComparison.Ordinal)
                    || tag.Key.StartsWith("IPTC", StringComparison.Ordinal)
                )
                .Select(tag => tag.Key)
                .Except([.. Ours, "XMP-x:XMPToolkit"])
                .ShouldBeEmpty($"{file} as {format}");
            seen.Keys.ShouldNotContain(tag =>
                tag.StartsWith("IFD0", StringComparison.Ordinal) || tag.StartsWith("ExifIFD", StringComparison.Ordinal)
            );
            seen["XMP-photoshop:Credit"].ShouldBe(words.Credit);
            seen["XMP-dc:Creator"].ShouldBe(words.Credit);
            seen["XMP-iptcCore:AltTextAccessibility"].ShouldBe(words.Alt);
            if (words.Caption is not null)
                seen["XMP-dc:Description"].ShouldBe(words.Caption);
            if (format == "jpg")
            {
                seen["IPTC:CodedCharacterSet"].ShouldBe("UTF8");
                seen["IPTC:Credit"].ShouldBe(words.Credit);
                seen["IPTC:By-line"].ShouldBe(words.Credit);
            }
        }
    }

    private static byte[] Bytes(string file) =>
        File.ReadAllBytes(Shared.Path("conformance", "image-metadata", "t", "images", file));
}
