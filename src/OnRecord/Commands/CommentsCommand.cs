using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Comments.Exchange;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Commands;

/// <summary><c>onrecord export-comments</c> and <c>import-comments</c>: comments with their stories' addresses as JSON lines, and back without a double.</summary>
internal static class CommentsCommand
{
    public static Command Export()
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "The file to write; it must not be there yet." };
        var addresses = new Option<bool>("--with-addresses")
        {
            Description = "Write e-mail addresses too. Keep such a file as you keep the newsroom’s keys.",
        };
        var (json, data, database) = (SharedOptions.Json(), SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(
            "export-comments",
            "Write every comment, shown or not, with its story’s address: one JSON object a line, what is replied to before its replies."
        )
        {
            file,
            addresses,
            json,
            data,
            database,
        };
        command.SetAction(
            (parsed, stop) =>
                Run(
                    NewsroomPlace.Read(parsed.GetValue(data), parsed.GetValue(database)),
                    services =>
                        Export(
                            services,
                            parsed.GetValue(file)!,
                            parsed.GetValue(addresses),
                            parsed.GetValue(json),
                            stop
                        )
                )
        );
        return command;
    }

    public static Command Import()
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "A file that export-comments wrote." };
        var (json, data, database) = (SharedOptions.Json(), SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(
            "import-comments",
            "Read comments that export-comments wrote. Those that are there are left as they are."
        )
        {
            file,
            json,
            data,
            database,
        };
        command.SetAction(
            (parsed, stop) =>
                Run(
                    NewsroomPlace.Read(parsed.GetValue(data), parsed.GetValue(database)),
                    services => Import(services, parsed.GetValue(file)!, parsed.GetValue(json), stop)
                )
        );
        return command;
    }

    /// <summary>Does something with a newsroom that is there.</summary>
    public static async Task<int> Run(NewsroomPlace place, Func<IServiceProvider, Task<int>> act)
    {
        // Neither makes a newsroom, nor brings one up to date.
        if (!Directory.Exists(place.Data.Path) || !await AppliedMigrations.AreAll(place.Database))
        {
            await Console.Error.WriteLineAsync(
                $"There is no newsroom of this version with the data folder {place.Data.Path}. Say where it is with --data and --database; onrecord serve brings an older one up to date."
            );
            return CommandLine.Refused;
        }
        var configuration = new ConfigurationManager();
        Settings.Read(configuration);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddNewsroom(new SiteSettings(place.Data.Path, place.Database.ConnectionString), configuration);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    private static async Task<int> Export(
        IServiceProvider services,
        string file,
        bool addresses,
        bool json,
        CancellationToken stop
    )
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
        {
            await Console.Error.WriteLineAsync(
                $"{file} is there already. Name a new file; an export writes over nothing."
            );
            return CommandLine.Refused;
        }
        // Under another name until it is whole.
        var unfinished = $"{file}.part";
        Platform.Outcome<ExportedComments> outcome;
        await using (
            var output = new FileStream(
                unfinished,
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        )
            outcome = await ExportComments.Run(
                services.GetRequiredService<OnRecordDb>(),
                addresses ? services.GetRequiredService<CommentKeys>() : null,
                output,
                stop
            );
        if (outcome.Value is not { } written)
        {
            File.Delete(unfinished);
            await Console.Error.WriteLineAsync(outcome.Problems[0].Message);
            return CommandLine.Refused;
        }
        File.Move(unfinished, file);
        Console.WriteLine(
            json
                ? JsonSerializer.Serialize(written, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture, $"{file}: {written.Comments} comments.")
        );
        return CommandLine.Done;
    }

    private static async Task<int> Import(IServiceProvider services, string file, bool json, CancellationToken stop)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return CommandLine.Refused;
        }
        using var input = new StreamReader(file, Encoding.UTF8);
        var import = new ImportComments(
            services.GetRequiredService<OnRecordDb>(),
            services.GetRequiredService<CommentKeys>(),
            services.GetRequiredService<EvictOnChange>()
        );
        var done = await import.Run(input, Console.Error.WriteLine, stop);
        Console.WriteLine(
            json
                ? JsonSerializer.Serialize(done, JsonSerializerOptions.Web)
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{done.Taken} comments taken in, {done.There} were there before, {done.Refused} lines left out."
                )
        );
        return done.Refused == 0 ? CommandLine.Done : CommandLine.Refused;
    }
}
