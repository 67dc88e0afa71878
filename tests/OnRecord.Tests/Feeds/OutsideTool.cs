using System.Diagnostics;

namespace OnRecord.Tests.Feeds;

/// <summary>A program that others wrote and that judges what we write; tests with it are skipped, and say so, where it is not installed.</summary>
internal static class OutsideTool
{
    /// <summary>Checks XML against a schema.</summary>
    /// <returns>What it found wrong; empty where nothing.</returns>
    public static async Task<string> Schema(string schema, string xml)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, xml);
            var (code, said) = await Run(
                "xmllint",
                "libxml2-utils",
                ["--noout", "--nonet", "--schema", schema, file],
                ""
            );
            return code == 0 ? "" : said;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What Python's feedparser reads in a feed, as JSON.</summary>
    public static async Task<string> Feedparser(string feed)
    {
        const string Script = """
            import sys, json, feedparser
            read = feedparser.parse(sys.stdin.buffer.read(), response_headers={"content-type": "application/xml; charset=utf-8"})
            print(json.dumps({
                "bozo": bool(read.bozo),
                "why": str(read.get("bozo_exception", "")),
                "version": read.version,
                "title": read.feed.get("title"),
                "links": [{"rel": link.get("rel"), "href": link.get("href")} for link in read.feed.get("links", [])],
                "entries": [{
                    "id": entry.get("id"),
                    "title": entry.get("title"),
                    "link": entry.get("link"),
                    "authors": [author.get("name") for author in entry.get("authors", [])],
                    "published": list(entry.get("published_parsed") or [])[:6],
                    "updated": list(entry.get("updated_parsed") or [])[:6],
                    "html": entry.content[0].value if "content" in entry else None,
                    "media": [media.get("url") for media in entry.get("media_content", [])],
                } for entry in read.entries],
            }))
            """;
        // Debian's package is for Debian's own Python, not for another that may stand before it.
        var (code, said) = await Run("/usr/bin/python3", "python3-feedparser", ["-c", Script], feed);
        if (code != 0 && said.Contains("No module named", StringComparison.Ordinal))
            Assert.Skip("Python's feedparser is not installed: apt-get install python3-feedparser");
        code.ShouldBe(0, said);
        return said;
    }

    private static async Task<(int Code, string Said)> Run(
        string program,
        string package,
        string[] arguments,
        string input
    )
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardInputEncoding = new System.Text.UTF8Encoding(false),
                }
            )!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed: apt-get install {package}");
            return default;
        }
    }
}
