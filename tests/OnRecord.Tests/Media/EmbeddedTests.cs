using System.Text;
using OnRecord.Media.Embedded;

namespace OnRecord.Tests.Media;

public class EmbeddedTests
{
    private static readonly byte[] Bare = TestPictures.Halves(300, 200);

    [Fact]
    public void Xmp_says_whose_it_is_what_is_seen_and_on_what_terms()
    {
        var inside = PictureInside.Of(
            TestPictures.WithXmp(
                Bare,
                """
                <dc:creator><rdf:Seq><rdf:li>Марія Рейєс</rdf:li><rdf:li>Tom Brandt</rdf:li></rdf:Seq></dc:creator>
                <photoshop:Credit>Lowland Ledger</photoshop:Credit>
                <dc:description><rdf:Alt><rdf:li xml:lang="uk">Пором</rdf:li><rdf:li xml:lang="x-default">The ferry &amp; its landing</rdf:li></rdf:Alt></dc:description>
                <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A white ferry at a jetty.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
                <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">CC BY 4.0</rdf:li></rdf:Alt></xmpRights:UsageTerms>
                <xmpRights:WebStatement>https://ledger.example/rights</xmpRights:WebStatement>
                <photoshop:DateCreated>2026-03-01T07:45:00+02:00</photoshop:DateCreated>
                """
            )
        );
        inside.Words.Credit.ShouldBe("Марія Рейєс, Tom Brandt / Lowland Ledger");
        inside.Words.Caption.ShouldBe("The ferry & its landing");
        inside.Words.Alt.ShouldBe("A white ferry at a jetty.");
        inside.Words.Licence.ShouldBe("CC BY 4.0 · https://ledger.example/rights");
        inside.TakenAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 5, 45, 0, TimeSpan.Zero));
    }

    [Fact]
    public void What_a_picture_was_made_from_is_not_what_it_is()
    {
        var inside = PictureInside.Of(
            TestPictures.WithXmp(
                Bare,
                """<dc:relation><rdf:Description><dc:creator>Somebody else</dc:creator></rdf:Description></dc:relation>"""
            )
        );
        inside.Words.Credit.ShouldBeNull();
    }

    [Theory]
    [InlineData("\u001b%G", "utf-8")]
    [InlineData("", "utf-8")]
    [InlineData("\u001b-A", "iso-8859-1")]
    [InlineData("\u001b.A", "iso-8859-1")]
    [InlineData("", "iso-8859-1")]
    public void Iptc_is_read_in_its_own_encoding(string declared, string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        var inside = PictureInside.Of(
            TestPictures.WithIim(
                Bare,
                [
                    .. declared.Length > 0
                        ? [((byte)1, (byte)90, Encoding.Latin1.GetBytes(declared))]
                        : Array.Empty<(byte, byte, byte[])>(),
                    (2, 80, text.GetBytes("Zoë Håkansson")),
                    (2, 110, text.GetBytes("Café Presse")),
                    (2, 120, text.GetBytes("Déjà là")),
                    (2, 116, text.GetBytes("© 2026")),
                    (2, 55, "20260301"u8.ToArray()),
                    (2, 60, "074500+0200"u8.ToArray()),
                ]
            )
        );
        inside.Words.Credit.ShouldBe("Zoë Håkansson / Café Presse");
        inside.Words.Caption.ShouldBe("Déjà là");
        inside.Words.Licence.ShouldBe("© 2026");
        inside.TakenAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 5, 45, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Iptc_in_Cyrillic_is_read_where_it_says_so()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(28595)!;
        var inside = PictureInside.Of(
            TestPictures.WithIim(Bare, (1, 90, "\u001b-L"u8.ToArray()), (2, 80, cyrillic.GetBytes("Марія Рейєс")))
        );
        inside.Words.Credit.ShouldBe("Марія Рейєс");
    }

    [Fact]
    public void Exif_is_believed_where_nobody_else_spoke()
    {
        var inside = PictureInside.Of(
            TestPictures.WithExif(
                Bare,
                (0x010e, "Пором біля причалу"),
                (0x013b, "Марія Рейєс; Tom Brandt"),
                (0x8298, "Lowland Ledger 2026")
            )
        );
        inside.Words.Credit.ShouldBe("Марія Рейєс, Tom Brandt");
        inside.Words.Caption.ShouldBe("Пором біля причалу");
        inside.Words.Licence.ShouldBe("Lowland Ledger 2026");
        PictureInside.Of(TestPictures.WithExif(Bare, (0x010e, "OLYMPUS DIGITAL CAMERA"))).Words.Caption.ShouldBeNull();
        PictureInside.Of(TestPictures.WithExif(Bare, (0x8298, "Ann Editor"))).Words.Credit.ShouldBe("Ann Editor");
    }

    [Fact]
    public void A_desk_goes_before_a_camera()
    {
        var both = TestPictures.WithExif(
            TestPictures.WithIim(Bare, (2, 80, "The reporter"u8.ToArray())),
            (0x013b, "The owner of the camera")
        );
        PictureInside.Of(both).Words.Credit.ShouldBe("The reporter");
        PictureInside
            .Of(TestPictures.WithXmp(both, "<dc:creator><rdf:Seq><rdf:li>The desk</rdf:li></rdf:Seq></dc:creator>"))
            .Words.Credit.ShouldBe("The desk");
    }

    [Theory]
    [InlineData(new[] { "Ann" }, null, "Ann")]
    [InlineData(new string[0], "Agency", "Agency")]
    [InlineData(new[] { "Ann" }, "Agency", "Ann / Agency")]
    [InlineData(new[] { "Ann" }, "Ann/Agency", "Ann/Agency")]
    [InlineData(new[] { "Ann for Agency" }, "Agency", "Ann for Agency")]
    [InlineData(new[] { "Ann", "ann" }, " ", "Ann")]
    [InlineData(new string[0], "", null)]
    public void Name_and_agency_are_one_line(string[] names, string? agency, string? line) =>
        CreditParts.Join(names, agency).ShouldBe(line);

    [Fact]
    public void Words_are_found_in_every_kind_of_file()
    {
        var xmp = Encoding.UTF8.GetBytes(TestPictures.Xmp("<photoshop:Credit>M. Reyes</photoshop:Credit>"));
        PictureInside
            .Of(
                TestPictures.WithChunk(
                    TestPictures.Halves(30, 20, "png"),
                    "iTXt",
                    [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. xmp]
                )
            )
            .Words.Credit.ShouldBe("M. Reyes");
        foreach (var format in new[] { "webp", "avif", "tiff", "png" })
            PictureInside.Of(Saved(format, xmp)).Words.Credit.ShouldBe("M. Reyes", format);
    }

    [Fact]
    public void Half_a_character_and_control_characters_are_no_words()
    {
        new OnRecord.Media.PictureWords(Credit: "A\u0000\u0007 \ud800 B\u200b\r\nC", Caption: "one\r\ntwo\u0001")
            .Clean()
            .ShouldBe(new OnRecord.Media.PictureWords("A \ufffd B\u200b C", "one\ntwo"));
        new OnRecord.Media.PictureWords(" \n ", new string('x', 9000)).Clean().Caption!.Length.ShouldBe(4000);
    }

    [Fact]
    public void No_broken_block_stops_the_reading()
    {
        var whole = TestPictures.WithExif(
            TestPictures.WithIim(
                TestPictures.WithXmp(Bare, "<photoshop:Credit>M. Reyes</photoshop:Credit>"),
                (2, 80, "Reyes"u8.ToArray())
            ),
            (0x013b, "Reyes"),
            (0x010e, "Ferry")
        );
        var chance = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var change = 0; change < 1 + (round % 8); change++)
                broken[2 + chance.Next(1300)] = (byte)chance.Next(256);
            _ = PictureInside.Of(broken.AsMemory(0, chance.Next(broken.Length)));
            _ = PictureInside.Of(broken);
        }
    }

    private static byte[] Saved(string format, byte[] xmp)
    {
        using var image = NetVips.Image.NewFromBuffer(TestPictures.Halves(60, 40));
        using var stamped = image.Mutate(changed => changed.Set(NetVips.GValue.BlobType, "xmp-data", xmp));
        return format switch
        {
            "webp" => stamped.WebpsaveBuffer(),
            "avif" => stamped.HeifsaveBuffer(compression: NetVips.Enums.ForeignHeifCompression.Av1, effort: 0),
            "png" => stamped.PngsaveBuffer(),
            _ => stamped.TiffsaveBuffer(),
        };
    }
}
