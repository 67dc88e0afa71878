using System.CommandLine;
using OnRecord.Commands.Backups;

namespace OnRecord.Commands;

/// <summary><c>onrecord restore</c>: a backup becomes a newsroom again.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file that onrecord backup made." };
        var replace = new Option<bool>("--replace")
        {
            Description =
                "Set aside what is in the data folder and the database; it is kept there under before-restore-….",
        };
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command("restore", "Put a backup into an empty newsroom. Stop the server first.")
        {
            file,
            replace,
            data,
            database,
        };
        command.SetAction(
            (parsed, stop) =>
                Run(
                    parsed.GetValue(file)!,
                    NewsroomPlace.Read(parsed.GetValue(data), parsed.GetValue(database)),
                    parsed.GetValue(replace),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> Run(string file, NewsroomPlace place, bool replace, CancellationToken stop)
    {
        var outcome = await RestoreBackup.Run(file, place.Data, place.Database, replace, TimeProvider.System, stop);
        if (outcome.Refused)
        {
            await Console.Error.WriteLineAsync(outcome.Problems[0].Message);
            return CommandLine.Refused;
        }
        var (manifest, aside) = outcome.Value;
        Console.WriteLine(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Restored the newsroom of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC into {place.Data.Path}: {manifest.Members.Count} files, each as its digest says."
            )
        );
        if (aside is not null)
            Console.WriteLine($"What was there before is in {aside}.");
        foreach (var sentence in Apart(manifest, place))
            Console.WriteLine(sentence);
        return CommandLine.Done;
    }

    private static IEnumerable<string> Apart(BackupManifest manifest, NewsroomPlace place)
    {
        if (!Directory.Exists(place.Data.Keys) || !Directory.EnumerateFileSystemEntries(place.Data.Keys).Any())
            yield return $"Bring the folder {place.Data.Keys} from where you keep it. Without it everyone signs in anew, and apps for codes are set up anew (passkeys and recovery codes work; onrecord staff reset helps).";
        yield return File.Exists(place.RecordKey)
            ? $"The public record is signed with the key file {place.RecordKey}, which is there. Whether this database is as new as what was signed, onrecord record status says; where it is older, nothing is published until the newer one is back or the record begins again."
            : $"Bring the key file {place.RecordKey}, and {Path.ChangeExtension(place.RecordKey, ".signed")} as it was last, from where you keep them: without the key nothing can be published.";
        if (!File.Exists(place.CommentKey))
            yield return $"Bring the key file {place.CommentKey} from where you keep it, if anybody had commented: without it no comments are taken. Where it is lost for good, onrecord comments-key begin-again says what can be done.";
        if (manifest.ProtectedIdentities == 0)
            yield break;
        yield return File.Exists(place.KeyFile)
            ? $"{BackupCommand.Counted(manifest.ProtectedIdentities)}: opened with the key file {place.KeyFile}, which is there."
            : $"Bring the key file {place.KeyFile} from where you keep it. Without it {BackupCommand.Counted(manifest.ProtectedIdentities)} cannot be opened; everything else works.";
    }
}
