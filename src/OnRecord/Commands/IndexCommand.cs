using System.CommandLine;
using System.Globalization;
using OnRecord.Platform.Storage;
using OnRecord.Search;

namespace OnRecord.Commands;

/// <summary><c>onrecord index</c>: the search index, emptied and filled again from the stories that readers have.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(
            "index",
            "Make the search index anew from the stories that readers have. Until it ends, search finds only some of them."
        )
        {
            data,
            database,
        };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(data), parsed.GetValue(database), stop));
        return command;
    }

    private static async Task<int> Run(string? data, string? database, CancellationToken stop)
    {
        var configuration = new ConfigurationManager();
        Settings.Read(configuration);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddNewsroom(new SiteSettings(data, database), configuration);
        await using var provider = services.BuildServiceProvider();
        await Migrate.Run(provider);
        await using var scope = provider.CreateAsyncScope();
        var stories = 0;
        await FillSearch.Again(
            scope.ServiceProvider.GetRequiredService<OnRecordDb>(),
            provider.GetRequiredService<ISearchIndex>(),
            so => stories = so,
            stop
        );
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stories} stories can be found."));
        return CommandLine.Done;
    }
}
