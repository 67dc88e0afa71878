using System.Diagnostics;

namespace OnRecord.Tests.Commands;

/// <summary><c>onrecord staff</c> as a person runs it.</summary>
public sealed class StaffCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-staff-").FullName;

    [Fact]
    public async Task Somebody_is_invited_listed_and_locked_out_from_the_command_line()
    {
        (await Run("list")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0),
            run => run.Output.ShouldContain("Nobody has an account yet")
        );
        (
            await Run(
                "invite",
                "--name",
                "Tom Brandt",
                "--email",
                "tom@lowland.example",
                "--role",
                "editor",
                "--role",
                "legal"
            )
        ).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(0, run.Error),
            run => run.Output.ShouldContain("http://localhost:5080/desk/welcome/")
        );
        (await Run("reset", "TOM@lowland.example")).Output.ShouldContain("/desk/welcome/");
        (await Run("lock-out", "tom@lowland.example")).Output.ShouldContain("Tom Brandt is locked out");
        (await Run("list")).Output.ShouldBe("tom@lowland.example\tTom Brandt\teditor, legal\tlocked out\n");
        (await Run("let-in", "tom@lowland.example")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_a_sentence()
    {
        (await Run("reset", "nobody@lowland.example")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("Nobody has an account with nobody@lowland.example")
        );
        (
            await Run("invite", "--name", "Tom", "--email", "tom@lowland.example", "--role", "chief")
        ).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(1),
            run => run.Error.ShouldContain("There is no role chief. The roles are reporter, editor")
        );
        (await Run("invite", "--name", "Tom")).Code.ShouldBe(2);
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
        var start = new ProcessStartInfo(executable, ["staff", .. arguments, "--data", Path.Combine(folder, "data")])
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
