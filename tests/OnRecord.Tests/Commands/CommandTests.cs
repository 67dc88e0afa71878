using System.Diagnostics;
using System.Text.Json;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Commands;

/// <summary>The executable as a person runs it.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-commands-").FullName;

    [Fact]
    public async Task Import_prints_what_it_did_as_json()
    {
        var file = Write("ferry.html", TestPages.Html());
        var (code, output, _) = await Run(
            "import",
            file,
            "--publish",
            "--json",
            "--data",
            Path.Combine(folder, "data")
        );
        code.ShouldBe(0);
        using var report = JsonDocument.Parse(output);
        var story = report.RootElement.GetProperty("stories")[0];
        story
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe([
                "id",
                "url",
                "headline",
                "section",
                "deck",
                "byline",
                "publishedAt",
                "language",
                "lead",
                "paragraphs",
                "removed",
                "status",
            ]);
        story.GetProperty("status").GetString().ShouldBe("created");
        report.RootElement.GetProperty("problems").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Extract_needs_no_database()
    {
        var file = Write("ferry.html", TestPages.Html());
        var (code, output, _) = await Run("extract", file, "--json");
        code.ShouldBe(0);
        using var row = JsonDocument.Parse(output);
        row.RootElement.EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["file", "headline", "deck", "byline", "publishedAt", "section", "language", "lead", "text"]);
        row.RootElement.GetProperty("text").GetString()!.Split("\n\n").Length.ShouldBe(4);
        Directory.GetFileSystemEntries(folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Extract_writes_each_body_beside_the_others()
    {
        Write("a.html", TestPages.Html());
        Write("b.txt", TestPages.Text);
        var (code, output, _) = await Run("extract", folder, "--out", Path.Combine(folder, "out"));
        code.ShouldBe(0);
        output.ShouldContain("2 of 2: ");
        (await File.ReadAllTextAsync(Path.Combine(folder, "out", "a.txt"))).ShouldContain("wardrobe aboard.");
        File.Exists(Path.Combine(folder, "out", "b.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_refused_ends_in_1_and_what_is_not_understood_in_2()
    {
        (await Run("extract", Write("empty.html", ""))).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("is empty.")
        );
        (await Run("extract")).Code.ShouldBe(2);
        (await Run("extarct", "x")).Code.ShouldBe(2);
        (await Run("import", folder, "--database", "mysql://x", "--data", folder)).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(2),
            run => run.Error.ShouldContain("postgres://"),
            run => run.Error.ShouldNotContain("   at ")
        );
    }

    [Fact]
    public async Task A_setting_that_cannot_be_right_ends_in_a_sentence()
    {
        var page = Write("ferry.html", TestPages.Html());
        (await Run("import", "--bogus", page)).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(2),
            run => run.Error.ShouldContain("--bogus")
        );
        (await Run("serve", "--urls", "https://127.0.0.1:5999")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(2),
            run => run.Error.ShouldContain("nowhere to listen")
        );
        (
            await Run("serve", "--urls", "http://192.0.2.1:5999", "--data", Path.Combine(folder, "d"))
        ).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(1), run => run.Error.ShouldNotContain("   at "));
        (
            await Run("serve", "--address", "https://u:p@news.example/", "--data", Path.Combine(folder, "d"))
        ).Code.ShouldBe(2);
        Write("onrecord.json", "{bad");
        (await Run("import", page, "--data", Path.Combine(folder, "d"))).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(2),
            run => run.Error.ShouldContain("not readable as JSON, line 1")
        );
        Write("onrecord.json", """{ "Fetching": { "AllowPrivateAddresses": "maybe" } }""");
        (await Run("import", page, "--data", Path.Combine(folder, "d"))).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(2),
            run => run.Error.ShouldContain("maybe")
        );
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_anywhere()
    {
        var page = Write("ferry.html", TestPages.Html());
        var (code, output, _) = await Run(
            "import",
            page,
            "--publish",
            "--dry-run",
            "--data",
            Path.Combine(folder, "d"),
            "--database",
            $"Data Source={Path.Combine(folder, "x.db")}"
        );
        (code, Directory.GetFileSystemEntries(folder).Length).ShouldBe((0, 1));
        output.ShouldContain("nothing was written");
    }

    [Fact]
    public async Task Extract_writes_over_nothing()
    {
        var page = Write("a.txt", TestPages.Text);
        Directory.CreateDirectory(Path.Combine(folder, "p"));
        File.Copy(page, Path.Combine(folder, "p", "a.txt"));
        (await Run("extract", page, Path.Combine(folder, "p"), "--out", folder)).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(page)).ShouldBe(TestPages.Text);
        File.Exists(Path.Combine(folder, "a-2.txt")).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "a-3.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Verify_ends_in_a_sentence_where_there_is_nothing_to_verify()
    {
        var memory = Path.Combine(folder, "seen.json");
        (await Run("verify", "http://127.0.0.1:9", "--memory", memory)).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("could not be reached"),
            run => run.Error.ShouldNotContain("   at ")
        );
        (await Run("verify", "3.tlog-proof", "--memory", memory)).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("is neither the address of a site")
        );
        (await Run("verify", Write("3.tlog-proof", "no proof"), "--memory", memory)).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("The proof has no checkpoint")
        );
        var (code, output, _) = await Run("verify", "http://127.0.0.1:9", "--memory", memory, "--json");
        code.ShouldBe(1);
        using var verdict = JsonDocument.Parse(output);
        verdict.RootElement.GetProperty("holds").GetBoolean().ShouldBeFalse();
        verdict.RootElement.GetProperty("fault").GetProperty("sentence").GetString()!.ShouldContain("reached");
        File.Exists(memory).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Its own build: beside the tests its native libraries would be missing.
    private static string Executable =>
        Path.Combine(
            AppContext.BaseDirectory.Replace(
                $"tests{Path.DirectorySeparatorChar}OnRecord.Tests",
                $"src{Path.DirectorySeparatorChar}OnRecord",
                StringComparison.Ordinal
            ),
            "linux-x64",
            "onrecord"
        );

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
