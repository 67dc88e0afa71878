using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands;

/// <summary><c>onrecord comments-key</c>: a new key for commenters' addresses where the old one is lost for good.</summary>
internal static class CommentsKeyCommand
{
    public static Command Create() =>
        new("comments-key", "Look after the key of commenters’ addresses: a new beginning where it is lost.")
        {
            BeginAgain(),
        };

    private static Command BeginAgain()
    {
        var sure = new Option<bool>("--yes")
        {
            Description = "Do it; without this it is only said what it would cost.",
        };
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(
            "begin-again",
            "Make a new key and forget the addresses that only the lost one opened, so that comments can be taken again. Stop the server first."
        )
        {
            sure,
            data,
            database,
        };
        command.SetAction(
            (parsed, stop) =>
                CommentsCommand.Run(
                    NewsroomPlace.Read(parsed.GetValue(data), parsed.GetValue(database)),
                    services => BeginAgain(services, parsed.GetValue(sure), stop)
                )
        );
        return command;
    }

    private static async Task<int> BeginAgain(IServiceProvider services, bool sure, CancellationToken stop)
    {
        var db = services.GetRequiredService<OnRecordDb>();
        var keys = services.GetRequiredService<CommentKeys>();
        if (!await db.Set<Commenter>().AnyAsync(stop))
            return await Refuse(
                "Nobody has commented yet, so nothing is lost. The key is made with the first comment."
            );
        var ready = await keys.Ready(db);
        if (ready.Refused && ready.Problems[0].Pattern != KeyFile.Missing)
            return await Refuse(
                $"{ready.Problems[0].Message} Where no right file is left, move this one away first, and say this again."
            );
        var lost = await BeginKeyAgain.Count(db, keys, stop);
        if (!ready.Refused && lost.AreNone)
            return await Refuse(
                $"The key file {keys.Path} is there and opens every address. There is nothing to begin again."
            );
        if (!sure)
            return await Refuse(Cost(keys.Path, isThere: !ready.Refused, lost));
        // The key first: where this is cut off, the same command finds what is left to forget.
        if (keys.Begin() is { Refused: true } refused)
            return await Refuse(refused.Problems[0].Message);
        var forgotten = await BeginKeyAgain.Forget(
            db,
            keys,
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            stop
        );
        Console.WriteLine(
            $"From now on addresses are kept under the key file {keys.Path}. Forgotten: {Counted(forgotten)}."
        );
        Console.WriteLine(
            "Copy the file to where you keep the others, and to every node. Comments are taken again once the server runs."
        );
        return CommandLine.Done;
    }

    private static string Cost(string path, bool isThere, LostAddresses lost)
    {
        var (state, count) = (isThere ? "is there, and does not open all addresses" : "is missing", Counted(lost));
        return $"""
            The key file {path} {state}. Look once more where you keep a copy: with the right file back nothing is lost. Beginning again forgets {count}, and
            - nobody whose address is forgotten is known again: who comments once more is a newcomer, and who was held, suspended or banned is not kept out until you say so anew;
            - the links in letters sent so far do nothing: who wants to confirm, change or delete a comment, to ask for another look or to have their data cannot do it by them;
            - comments that wait for their address to be confirmed go after a week, unless they are sent again.
            Comments, replies, likes, reports, decisions and notes stay. If the key is gone for good, stop the server and say --yes.
            """;
    }

    private static string Counted(LostAddresses lost) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{lost.Commenters} {(lost.Commenters == 1 ? "address of a commenter" : "addresses of commenters")} and {lost.Reporters} of reports"
        );

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLine.Refused;
    }
}
