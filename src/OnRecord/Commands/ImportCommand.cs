using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OnRecord.Imports;
using Spectre.Console;

namespace OnRecord.Commands;

/// <summary><c>onrecord import</c>: pages become stories.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Command Create()
    {
        var named = new Argument<string[]>("PATH|URL")
        {
            Description = "Saved pages (.txt, .html), folders of them, or http(s) addresses.",
            Arity = ArgumentArity.OneOrMore,
        };
        var publish = new Option<bool>("--publish")
        {
            Description = "Publish the stories at once; what is missing is reported as a warning.",
        };
        var sources = new Option<bool>("--sources")
        {
            Description =
                "With --publish: show readers the sources that were found, each marked as not yet checked by an editor.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be done." };
        var (json, data, database) = (SharedOptions.Json(), SharedOptions.Data(), SharedOptions.Database());
        SharedOptions.RefuseUnknownOptions(named);
        var command = new Command("import", "Import pages as stories.")
        {
            named,
            publish,
            sources,
            dryRun,
            json,
            data,
            database,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var choices = new ImportChoices(
                    parsed.GetValue(publish),
                    parsed.GetValue(dryRun),
                    parsed.GetValue(sources)
                );
                if (choices is { Sources: true, Publish: false })
                {
                    await Console.Error.WriteLineAsync(
                        "--sources shows readers the sources found, so it needs --publish. Give both."
                    );
                    return CommandLine.Refused;
                }
                var settings = new SiteSettings(parsed.GetValue(data), parsed.GetValue(database));
                return await Run(parsed.GetValue(named)!, choices, settings, parsed.GetValue(json), stop);
            }
        );
        return command;
    }

    private static async Task<int> Run(
        string[] named,
        ImportChoices choices,
        SiteSettings settings,
        bool json,
        CancellationToken stop
    )
    {
        var configuration = new ConfigurationManager();
        Settings.Read(configuration);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        using var rehearsal = choices.DryRun ? await Rehearsal.For(settings, configuration) : null;
        services.AddNewsroom(rehearsal?.Settings ?? settings, configuration);
        await using var provider = services.BuildServiceProvider();
        if (!choices.DryRun || rehearsal?.IsEmpty == true)
            await Migrate.Run(provider);
        var import = provider.GetRequiredService<ImportStories>();
        var report = await Watched(progress => import.Run(named, choices, progress, stop));
        if (json)
            Console.WriteLine(Write(report));
        else
            Tell(report, choices);
        return report.Refused ? CommandLine.Refused : CommandLine.Done;
    }

    private static string Write(ImportReport report) =>
        JsonSerializer.Serialize(
            new { report.Stories, Problems = report.Problems.Select(problem => new { problem.Path, problem.Message }) },
            Json
        );

    // Progress goes to the terminal, never into what another program reads.
    private static async Task<ImportReport> Watched(Func<Action<string, int, int>, Task<ImportReport>> run)
    {
        if (Console.IsErrorRedirected)
            return await run((_, _, _) => { });
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal
            .Status()
            .StartAsync(
                "Reading…",
                status => run((name, done, all) => status.Status(Markup.Escape($"{done + 1} of {all}: {name}")))
            );
    }

    private static void Tell(ImportReport report, ImportChoices choices)
    {
        foreach (var story in report.Stories)
        {
            Console.WriteLine($"{story.Status}: {story.Headline}{(story.Url is null ? "" : $" ({story.Url})")}");
            Console.WriteLine(
                $"  {story.Paragraphs} paragraphs{(story.Section is null ? "" : $", section {story.Section}")}, language {story.Language}"
            );
            foreach (var left in story.Removed)
                Console.WriteLine($"  left out ({left.Why}): {left.Text}");
        }
        foreach (var problem in report.Problems)
            Console.Error.WriteLine(
                $"{(problem.IsRefusal ? "Problem" : "Warning")}: {problem.Path}: {problem.Message}"
            );
        Console.WriteLine(
            $"{report.Stories.Count} stories read, {report.Stories.Count(story => story.Status == "created")} created, {report.Stories.Count(story => story.Status == "updated")} updated{(choices.DryRun ? "; nothing was written" : "")}."
        );
    }
}
