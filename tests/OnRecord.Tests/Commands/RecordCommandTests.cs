using System.Diagnostics;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Commands;

/// <summary><c>onrecord record</c> as a person runs it, with import, backup and restore beside it.</summary>
public sealed class RecordCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-record-").FullName;

    private string Keys => Path.Combine(folder, "data-keys");

    [Fact]
    public async Task A_record_is_looked_at_gets_another_key_and_is_not_begun_again_while_in_order()
    {
        (await Run("record", "status")).Output.ShouldContain("has not begun");
        await Import("ferry");
        (await Run("record", "status")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain("localhost:5080/record"),
            run => run.Output.ShouldContain("Entries  1"),
            run => run.Output.ShouldContain("In order")
        );
        var before = await File.ReadAllTextAsync(Path.Combine(Keys, "record.key"));
        (await Run("record", "rotate-key")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain("From now on the record is signed with localhost:5080/record+")
        );
        (await File.ReadAllTextAsync(Path.Combine(Keys, "record.key"))).ShouldNotBe(before);
        (await Run("record", "status")).Output.ShouldContain("Entries  2");
        (await Run("record", "begin-again", "--reason", "No reason", "--yes")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("is in order")
        );
        (await Run("record", "witness-key")).Output.ShouldStartWith("localhost:5080/witness+");
    }

    [Fact]
    public async Task An_older_backup_is_known_for_one_and_a_new_record_begins_only_when_told()
    {
        await Import("ferry");
        (await Run("backup", "b.tar")).Output.ShouldContain(Path.Combine(Keys, "record.signed"));
        await Import("school");
        (await Run("restore", "b.tar", "--replace")).Output.ShouldContain("onrecord record status says");
        (await Run("record", "status")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("was signed up to its entry 2, and this database holds 1")
        );
        (await Run("record", "begin-again", "--reason", "The disk burnt.")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("say --yes")
        );
        (await Run("record", "begin-again", "--reason", "The disk burnt.", "--yes")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain("The record localhost:5080/record/2 has begun")
        );
        (await Run("record", "status")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain("localhost:5080/record/2"),
            run => run.Output.ShouldContain("Entries  2")
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task Import(string name)
    {
        var page = Path.Combine(folder, $"{name}.html");
        await File.WriteAllTextAsync(page, TestPages.Html().Replace("ferry", name, StringComparison.OrdinalIgnoreCase));
        var run = await Run("import", page, "--publish");
        run.Code.ShouldBe(0, run.Error);
    }

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
