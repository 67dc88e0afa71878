using System.Diagnostics;
using System.Text.Json.Nodes;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Commands;

/// <summary><c>onrecord export-comments</c> and <c>import-comments</c> as a person runs them.</summary>
public sealed class CommentsCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-comments-").FullName;

    [Fact]
    public async Task Comments_go_into_a_file_and_come_out_of_it()
    {
        var page = Path.Combine(folder, "ferry.html");
        await File.WriteAllTextAsync(page, TestPages.Html());
        var import = await Run("import", page, "--publish", "--json", "--data", "data");
        var url = JsonNode.Parse(import.Output)!["stories"]![0]!["url"]!.GetValue<string>();
        var line = $$"""
            {"id":"019cec00-0000-7000-8000-000000000001","story":"{{new Uri(
                url,
                UriKind.RelativeOrAbsolute
            ).OriginalString.Replace(
                "http://localhost:5080",
                "",
                StringComparison.Ordinal
            )}}","name":"Greta Sollner","text":"I was on it.","at":"2026-03-14T09:12:00+00:00","state":"published","likes":2}
            """;
        await File.WriteAllTextAsync(Path.Combine(folder, "in.jsonl"), $"{line}\nno comment\n");
        var taken = await Run("import-comments", "in.jsonl", "--data", "data", "--json");
        taken.Code.ShouldBe(1);
        taken.Error.ShouldContain("Line 2: This is no comment");
        taken.Output.ShouldContain("""{"taken":1,"there":0,"refused":1}""");
        (await Run("export-comments", "out.jsonl", "--data", "data")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain("1 comments")
        );
        var written = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "out.jsonl")))!;
        written["text"]!.GetValue<string>().ShouldBe("I was on it.");
        written["likes"]!.GetValue<int>().ShouldBe(2);
        (await Run("export-comments", "out.jsonl", "--data", "data")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("is there already")
        );
    }

    [Fact]
    public async Task A_lost_key_is_begun_again_only_when_told_and_what_it_costs_is_said_before()
    {
        var page = Path.Combine(folder, "ferry.html");
        await File.WriteAllTextAsync(page, TestPages.Html());
        var import = await Run("import", page, "--publish", "--json", "--data", "data");
        var story = new Uri(JsonNode.Parse(import.Output)!["stories"]![0]!["url"]!.GetValue<string>()).AbsolutePath;
        (await Run("comments-key", "begin-again", "--data", "data")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("Nobody has commented yet")
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "in.jsonl"), Line("001", story, "greta@readers.example"));
        (await Run("import-comments", "in.jsonl", "--data", "data")).Code.ShouldBe(0);
        (await Run("comments-key", "begin-again", "--yes", "--data", "data")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("opens every address. There is nothing to begin again.")
        );
        var key = Path.Combine(folder, "data-keys", "comments.key");
        File.Delete(key);
        await File.WriteAllTextAsync(Path.Combine(folder, "more.jsonl"), Line("002", story, "lothar@readers.example"));
        (await Run("import-comments", "more.jsonl", "--data", "data")).Code.ShouldBe(1);
        (await Run("comments-key", "begin-again", "--data", "data")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("is missing. Look once more where you keep a copy"),
            run => run.Error.ShouldContain("1 address of a commenter and 0 of reports"),
            run => run.Error.ShouldContain("say --yes")
        );
        File.Exists(key).ShouldBeFalse();
        (await Run("comments-key", "begin-again", "--yes", "--data", "data")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain(key)
        );
        (await Run("import-comments", "more.jsonl", "--data", "data")).Code.ShouldBe(0);
        (await Run("export-comments", "out.jsonl", "--with-addresses", "--data", "data")).Code.ShouldBe(0);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "out.jsonl"));
        lines[0].ShouldNotContain("@");
        lines[1].ShouldContain("lothar@readers.example");
    }

    private static string Line(string number, string story, string email) =>
        $$"""{"id":"019cec00-0000-7000-8000-000000000{{number}}","story":"{{story}}","name":"A reader","text":"I was on it.","at":"2026-03-14T09:12:00+00:00","state":"published","email":"{{email}}","confirmedAt":"2026-03-14T09:15:00+00:00"}""";

    [Fact]
    public async Task Where_there_is_no_newsroom_none_is_made()
    {
        (await Run("comments-key", "begin-again", "--yes", "--data", "nowhere")).Code.ShouldBe(1);
        foreach (var command in new[] { "export-comments", "import-comments" })
            (await Run(command, "x", "--data", "nowhere")).ShouldSatisfyAllConditions(
                run => run.Code.ShouldBe(1),
                run => run.Error.ShouldContain("--data"),
                run => run.Error.ShouldNotContain("   at ")
            );
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var executable = Path.Combine(
            AppContext.BaseDirectory.Replace(
                $"tests{Path.DirectorySeparatorChar}OnRecord.Tests",
                $"src{Path.DirectorySeparatorChar}OnRecord",
                StringComparison.Ordinal
            ),
            "linux-x64",
            "onrecord"
        );
        var start = new ProcessStartInfo(executable, arguments)
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
