using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OnRecord.Media;
using OnRecord.Media.Embedded;

namespace OnRecord.Tests.Media;

public class HostilePictureTests
{
    [Fact]
    public void A_hostile_file_costs_little_time()
    {
        foreach (var file in Directory.EnumerateFiles(Shared.Path("conformance", "image-hostile")))
        {
            var bytes = File.ReadAllBytes(file);
            var clock = Stopwatch.StartNew();
            if (PictureFile.Measure(bytes, out var fault) is { } size)
            {
                _ = PictureInside.Of(bytes);
                _ = PictureFile.Render(
                    bytes,
                    size,
                    new RenditionName(RenditionSizes.For(size.Width)[0], null, "jpg"),
                    new PictureWords()
                );
            }
            else
                fault.ShouldNotBeNull();
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{Path.GetFileName(file)}: {fault?.ToString() ?? "taken"}, {clock.ElapsedMilliseconds} ms"
            );
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), file);
        }
    }

    [Fact]
    public void A_file_that_promises_a_giant_picture_is_refused_unread()
    {
        var clock = Stopwatch.StartNew();
        PictureFile
            .Measure(
                Encoding.UTF8.GetBytes(
                    """<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="9" height="9"/></svg>"""
                ),
                out var fault
            )
            .ShouldBeNull();
        fault.ShouldBe(PictureFault.TooLarge);
        PictureFile.Measure(new byte[PictureFile.MaximumBytes + 1], out fault).ShouldBeNull();
        fault.ShouldBe(PictureFault.TooHeavy);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("""<g id="a"><rect width="9" height="9"/></g>""", 0)]
    [InlineData("""<g id="a"><use href="#a"/></g>""", 1)]
    [InlineData("""<filter id="f"><feConvolveMatrix order="99"/></filter>""", 1)]
    [InlineData("""<pattern id="p" width="1" height="1"><rect fill="url(#p)" width="9" height="9"/></pattern>""", 1)]
    public void A_drawing_that_would_never_end_is_not_begun(string parts, int refused)
    {
        var drawing = Encoding.UTF8.GetBytes(
            $"""<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">{parts}</svg>"""
        );
        PictureFile.Measure(drawing, out var fault).HasValue.ShouldBe(refused == 0);
        fault.ShouldBe(refused == 0 ? null : PictureFault.TooIntricate);
    }

    [Fact]
    public void A_drawing_of_ten_million_shapes_in_nine_lines_is_not_begun()
    {
        var lines = "bcdefgh".Zip(
            "abcdefg",
            (one, other) => $"""<g id="{one}">{string.Concat(Enumerable.Repeat($"<use href=\"#{other}\"/>", 10))}</g>"""
        );
        var drawing = $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"><defs>
            <g id="a"><rect width="9000" height="9000"/></g>{string.Concat(lines)}</defs><use href="#h"/></svg>
            """;
        var clock = Stopwatch.StartNew();
        PictureFile.Measure(Encoding.UTF8.GetBytes(drawing), out var fault).ShouldBeNull();
        fault.ShouldBe(PictureFault.TooIntricate);
        var deep = string.Concat(Enumerable.Repeat("<g>", 50_000)) + string.Concat(Enumerable.Repeat("</g>", 50_000));
        _ = PictureFile.Measure(
            Encoding.UTF8.GetBytes($"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{deep}</svg>"""),
            out fault
        );
        fault.ShouldNotBeNull();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("""<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/hostname">]>""", "&secret;")]
    [InlineData("", "")]
    public async Task A_drawing_loads_nothing_from_outside_itself(string doctype, string entity)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = listener.AcceptTcpClientAsync();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var folder = Directory.CreateTempSubdirectory("onrecord-drawing-");
        var secret = Path.Combine(folder.FullName, "secret.png");
        await File.WriteAllBytesAsync(secret, TestPictures.Halves(30, 20, "png"));
        var drawing = $"""
            {doctype}
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" width="60" height="40">
            <?xml-stylesheet href="http://127.0.0.1:{port}/a.css"?>
            <style>@import url(http://127.0.0.1:{port}/b.css); rect {"{"} fill: url(http://127.0.0.1:{port}/c.svg#p) {"}"}</style>
            <rect width="60" height="40" fill="white"/>
            <image width="60" height="40" xlink:href="file://{secret}"/>
            <image width="60" height="40" xlink:href="{secret}"/>
            <image width="60" height="40" href="http://127.0.0.1:{port}/d.png"/>
            <use href="file://{secret}#a"/><xi:include href="file://{secret}"/><text>{entity}</text>
            </svg>
            """;
        var bytes = Encoding.UTF8.GetBytes(drawing);
        if (PictureFile.Measure(bytes) is { } size)
        {
            var shown = PictureFile.Render(bytes, size, new RenditionName(60, null, "jpg"), new PictureWords());
            using var image = NetVips.Image.NewFromBuffer(shown);
            // The secret picture is red and blue; nothing of it may be seen.
            (image.ExtractBand(0) - image.ExtractBand(2))
                .Abs()
                .Max()
                .ShouldBeLessThan(20);
        }
        await Task.Delay(200);
        asked.IsCompleted.ShouldBeFalse();
        listener.Stop();
        folder.Delete(recursive: true);
    }
}
