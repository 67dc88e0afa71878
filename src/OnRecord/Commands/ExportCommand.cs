using System.CommandLine;
using System.Text.Json;
using OnRecord.Commands.Exports;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands;

/// <summary><c>onrecord export</c>: what readers were shown, as files that a stranger can read.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write; made, or empty." };
        var (json, data, database) = (SharedOptions.Json(), SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(
            "export",
            "Write every published story, version, picture and public ledger of sources as files."
        )
        {
            folder,
            json,
            data,
            database,
        };
        command.SetAction(
            (parsed, stop) =>
                Run(
                    parsed.GetValue(folder)!,
                    NewsroomPlace.Read(parsed.GetValue(data), parsed.GetValue(database)),
                    parsed.GetValue(json),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> Run(string folder, NewsroomPlace place, bool json, CancellationToken stop)
    {
        // An export changes nothing, so it makes no newsroom either, and brings none up to date.
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
        var outcome = await ExportNewsroom.Run(scope.ServiceProvider, folder, TimeProvider.System, stop);
        if (outcome.Refused)
        {
            await Console.Error.WriteLineAsync(outcome.Problems[0].Message);
            return CommandLine.Refused;
        }
        Console.WriteLine(
            json
                ? JsonSerializer.Serialize(outcome.Value, JsonSerializerOptions.Web)
                : $"{outcome.Value.Folder}: {outcome.Value.Stories} stories, {outcome.Value.Versions} versions, {outcome.Value.Pictures} pictures. Begin with index.json."
        );
        return CommandLine.Done;
    }
}
