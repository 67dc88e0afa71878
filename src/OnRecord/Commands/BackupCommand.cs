using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OnRecord.Commands.Backups;

namespace OnRecord.Commands;

/// <summary><c>onrecord backup</c>: the newsroom as one file, while it is served.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The file to write, a tar; compressed where its name ends in .gz. It must not be there yet.",
        };
        var (json, data, database) = (SharedOptions.Json(), SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(
            "backup",
            "Write database, pictures and evidence into one file. The server may run meanwhile."
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
                    parsed.GetValue(file)!,
                    NewsroomPlace.Read(parsed.GetValue(data), parsed.GetValue(database)),
                    parsed.GetValue(json),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> Run(string file, NewsroomPlace place, bool json, CancellationToken stop)
    {
        var outcome = await MakeBackup.Run(place.Data, place.Database, file, TimeProvider.System, stop);
        if (outcome.Refused)
        {
            await Console.Error.WriteLineAsync(outcome.Problems[0].Message);
            return CommandLine.Refused;
        }
        var made = outcome.Value;
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(made, JsonSerializerOptions.Web));
        else
        {
            Console.WriteLine($"{made.File}: {Size(made.Bytes)}, {made.Members} files.");
            if (made.Withheld > 0)
                Console.WriteLine(
                    $"{made.Withheld} files of saved copies are not in it: they belong to sources that are not named, and may say who they are. Keep the folder evidence apart."
                );
            if (made.Gone > 0)
                Console.WriteLine($"{made.Gone} files were deleted while it was made, and are not in it.");
            Console.WriteLine(
                $"Not in it, keep them elsewhere: {place.Data.Keys}, and {place.KeyFile}{Identities(made)}."
            );
            Console.WriteLine(
                $"Nor is what opens commenters’ addresses: keep a copy of {place.CommentKey}, which is there once somebody has commented."
            );
            Console.WriteLine(
                $"Nor is what signs the public record: keep a copy of {place.RecordKey}. {Path.ChangeExtension(place.RecordKey, ".signed")} beside it says what was signed last; never put an older copy of it back."
            );
        }
        return CommandLine.Done;
    }

    private static string Identities(BackupMade made) =>
        made.ProtectedIdentities == 0
            ? " once it is there"
            : $", without which {Counted(made.ProtectedIdentities)} in it cannot be opened";

    public static string Counted(int identities) =>
        identities == 1 ? "1 protected identity" : $"{identities} protected identities";

    private static string Size(long bytes) =>
        bytes < 1_000_000
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} kB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB");
}
