using System.Diagnostics;
using System.Text.Json;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Commands;

/// <summary><c>onrecord backup</c>, <c>restore</c> and <c>export</c> as a person runs them.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-backups-").FullName;

    [Fact]
    public async Task A_newsroom_goes_into_a_file_and_comes_out_of_it()
    {
        var page = Path.Combine(folder, "ferry.html");
        await File.WriteAllTextAsync(page, TestPages.Html());
        (await Run("import", page, "--publish", "--data", "data")).Code.ShouldBe(0);
        var (code, output, error) = await Run("backup", "b.tar.gz", "--data", "data");
        code.ShouldBe(0, error);
        output.ShouldContain($"{Path.Combine(folder, "b.tar.gz")}: ");
        output.ShouldContain(Path.Combine(folder, "data-keys", "identities.key"));
        (await Run("backup", "b.tar.gz", "--data", "data")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("is there already")
        );
        (await Run("restore", "b.tar.gz", "--data", "again")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain("each as its digest says"),
            run => run.Output.ShouldContain($"Bring the folder {Path.Combine(folder, "again", "keys")}")
        );
        (await Run("restore", "b.tar.gz", "--data", "again")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("--replace")
        );
        (await Run("restore", "b.tar.gz", "--data", "again", "--replace")).Output.ShouldContain("before-restore-");
        var export = await Run("export", "out", "--data", "again", "--json");
        export.Code.ShouldBe(0, export.Error);
        using var report = JsonDocument.Parse(export.Output);
        report.RootElement.GetProperty("stories").GetInt32().ShouldBe(1);
        File.Exists(Path.Combine(folder, "out", "index.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_there_is_no_newsroom_none_is_made()
    {
        foreach (var command in new[] { "backup", "export" })
            (await Run(command, "x", "--data", "nowhere")).ShouldSatisfyAllConditions(
                run => run.Code.ShouldBe(1),
                run => run.Error.ShouldContain("--data"),
                run => run.Error.ShouldNotContain("   at ")
            );
        (await Run("restore", "x", "--data", "nowhere")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("There is no file")
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
