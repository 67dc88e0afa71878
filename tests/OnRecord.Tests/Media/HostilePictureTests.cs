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

    [Fact]
    public async Task A_drawing_loads_nothing_from_outside_itself()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = listener.AcceptTcpClientAsync();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var folder = Directory.CreateTempSubdirectory("onrecord-drawing-");
        var secret = Path.Combine(folder.FullName, "secret.png");
        await File.WriteAllBytesAsync(secret, TestPictures.Halves(30, 20, "png"));
        var drawing = $"""
            <!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" width="60" height="40">
            <?xml-stylesheet href="http://127.0.0.1:{port}/a.css"?>
            <style>@import url(http://127.0.0.1:{port}/b.css); rect {"{"} fill: url(http://127.0.0.1:{port}/c.svg#p) {"}"}</style>
            <rect width="60" height="40" fill="white"/>
            <image width="60" height="40" xlink:href="file://{secret}"/>
            <image width="60" height="40" xlink:href="{secret}"/>
            <image width="60" height="40" href="http://127.0.0.1:{port}/d.png"/>
            <use href="file://{secret}#a"/><xi:include href="file://{secret}"/><text>&secret;</text>
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
