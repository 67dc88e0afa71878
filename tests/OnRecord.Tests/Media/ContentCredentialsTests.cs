using System.Diagnostics;
using OnRecord.Media.ContentCredentials;
using OnRecord.Media.Embedded;

namespace OnRecord.Tests.Media;

public class ContentCredentialsTests
{
    private static readonly byte[] Store = TestManifests.Store(
        ("c2pa.created", "digitalCapture"),
        ("c2pa.cropped", null)
    );

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("avif")]
    public void A_manifest_is_found_in_every_kind_of_file(string format)
    {
        var bare = TestPictures.Halves(120, 80, format);
        var file = format switch
        {
            "png" => TestPictures.WithChunk(bare, "caBX", Store),
            "webp" => TestManifests.InWebp(bare, Store),
            "avif" => TestManifests.InAvif(bare, Store),
            _ => TestManifests.InJpeg(bare, Store),
        };
        OnRecord.Media.PictureFile.Measure(file).ShouldBe((120, 80));
        var inside = PictureInside.Of(file);
        inside.Manifest!.Value.ToArray().ShouldBe(Store);
        ManifestSummary.Read(inside.Provenance)!.Generator.ShouldBe("Harrow Camera 1.2");
        PictureInside.Of(bare).Provenance.ShouldBeNull();
    }

    [Fact]
    public void A_manifest_says_who_made_it_what_was_done_and_who_signed()
    {
        var summary = ManifestSummary.Read(ManifestStore.Summary(Store).ToJson())!;
        summary.Title.ShouldBe("ferry.jpg");
        summary.Signer.ShouldBe("Harrow Camera Works (Signing 7)");
        summary.Actions.ShouldBe([
            new ManifestAction("c2pa.created", "2026-03-01T07:45:00Z", "Harrow Darkroom 4", "digitalCapture"),
            new ManifestAction("c2pa.cropped", "2026-03-01T07:45:00Z", "Harrow Darkroom 4", null),
        ]);
        summary.SaysGenerated.ShouldBeFalse();
    }

    [Fact]
    public void What_a_model_made_is_seen_also_behind_a_later_edit()
    {
        var edited = TestManifests.Super(
            "c2pa",
            "c2pa",
            TestManifests.Manifest("urn:c2pa:one", ("c2pa.created", "trainedAlgorithmicMedia")),
            TestManifests.Manifest("urn:c2pa:two", ("c2pa.edited", null))
        );
        ManifestStore.Summary(edited).SaysGenerated.ShouldBeTrue();
    }

    [Fact]
    public void A_hostile_manifest_says_nothing_and_costs_little()
    {
        var deep = TestManifests.Box("cbor", [1]);
        for (var depth = 0; depth < 2000; depth++)
            deep = TestManifests.Super("c2ma", "a", deep);
        byte[] deepCbor = [.. Enumerable.Repeat((byte)0x81, 200_000), 0xf6];
        byte[] longCbor = [0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        var wide = Enumerable.Range(0, 60_000).SelectMany(_ => TestManifests.Box("free", [])).ToArray();
        var clock = Stopwatch.StartNew();
        foreach (
            var store in new[]
            {
                TestManifests.Super("c2pa", "c2pa", deep),
                TestManifests.Super("c2pa", "c2pa", wide),
                Around(deepCbor),
                Around(longCbor),
                Around([0xbf]),
                [],
                [0, 0, 0, 1, .. "jumb"u8, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            }
        )
            ManifestStore.Summary(store).Generator.ShouldBeNull();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void No_broken_manifest_stops_the_reading()
    {
        var chance = new Random(11);
        for (var round = 0; round < 3000; round++)
        {
            var broken = (byte[])Store.Clone();
            for (var change = 0; change < 1 + (round % 6); change++)
                broken[chance.Next(broken.Length)] = (byte)chance.Next(256);
            _ = ManifestStore.Summary(broken).ToJson();
            _ = ManifestStore.Summary(broken.AsMemory(0, chance.Next(broken.Length)));
        }
    }

    private static byte[] Around(byte[] cbor) =>
        TestManifests.Super(
            "c2pa",
            "c2pa",
            TestManifests.Super(
                "c2ma",
                "m",
                TestManifests.Super(
                    "c2as",
                    "c2pa.assertions",
                    TestManifests.Super("cbor", "c2pa.actions", TestManifests.Box("cbor", cbor))
                ),
                TestManifests.Super("c2cl", "c2pa.claim", TestManifests.Box("cbor", cbor)),
                TestManifests.Super("c2cs", "c2pa.signature", TestManifests.Box("cbor", cbor))
            )
        );
}
