using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.PublicRecord.Keeping;
using OnRecord.PublicRecord.Witnessing;
using OnRecord.Stories.Sealing;

namespace OnRecord.Commands;

/// <summary><c>onrecord record</c>: how the public record stands, another key for it, and a new beginning after a loss.</summary>
internal static class RecordCommand
{
    public static Command Create() =>
        new("record", "Look after the public record: its state, its key, a new beginning after a loss.")
        {
            ForAll("status", "Say whether the record is in order. Ends with 1 where it cannot be signed.", Status),
            ForAll(
                "rotate-key",
                "Change the key that signs. Both keys sign the change, in the record. The server may run meanwhile.",
                Rotate
            ),
            BeginAgain(),
            ForAll(
                "witness-key",
                "Print the key with which this newsroom cosigns others' records, to be given to them.",
                PrintWitnessKey
            ),
        };

    /// <summary>A sentence on the console before the first request where the record cannot be signed. Readers are served all the same.</summary>
    public static async Task Warn(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var standing = await Standing(scope.ServiceProvider);
        if (standing.Problem is { } problem)
            await Console.Error.WriteLineAsync(
                $"Nothing can be published at the moment. {problem.Message} Readers are served what there is."
            );
    }

    private static Command ForAll(string verb, string description, Func<IServiceProvider, Task<int>> act)
    {
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(verb, description) { data, database };
        command.SetAction(parsed => In(parsed.GetValue(data), parsed.GetValue(database), act));
        return command;
    }

    private static Command BeginAgain()
    {
        var reason = new Option<string>("--reason")
        {
            Description = "Why, in a sentence. It stands in the new record for ever.",
            Required = true,
        };
        var sure = new Option<bool>("--yes")
        {
            Description = "Do it; without this it is only said what would be done.",
        };
        var (data, database) = (SharedOptions.Data(), SharedOptions.Database());
        var command = new Command(
            "begin-again",
            "Begin a new record, which says that an older one is lost. Only where the older one cannot be signed any more."
        )
        {
            reason,
            sure,
            data,
            database,
        };
        command.SetAction(parsed =>
            In(
                parsed.GetValue(data),
                parsed.GetValue(database),
                services => BeginAgain(services, parsed.GetValue(reason)!.Trim(), parsed.GetValue(sure))
            )
        );
        return command;
    }

    private static async Task<int> In(string? data, string? database, Func<IServiceProvider, Task<int>> act)
    {
        var configuration = new ConfigurationManager();
        Settings.Read(configuration);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddNewsroom(new SiteSettings(data, database), configuration);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await Migrate.Run(provider);
        return await act(scope.ServiceProvider);
    }

    private static Task<RecordStanding> Standing(IServiceProvider services) =>
        RecordStanding.Of(
            services.GetRequiredService<OnRecordDb>(),
            services.GetRequiredService<RecordKey>(),
            services.GetRequiredService<SignCheckpoint>(),
            CancellationToken.None
        );

    private static async Task<int> Status(IServiceProvider services)
    {
        var standing = await Standing(services);
        if (standing.Origin is null)
        {
            Console.WriteLine("The public record has not begun: nothing was published yet.");
            return CommandLine.Done;
        }
        Console.WriteLine($"Origin   {standing.Origin}");
        Console.WriteLine($"Key      {standing.Key ?? "not known"}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entries  {standing.Size}"));
        Console.WriteLine(
            standing.SignedSize is { } size
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Signed   {size}, {standing.SignedAt:yyyy-MM-dd HH:mm:ss} UTC"
                )
                : "Signed   never"
        );
        if (standing.Problem is { } problem)
            return await Refuse(problem.Message);
        Console.WriteLine("In order: this database continues what was signed.");
        return CommandLine.Done;
    }

    private static async Task<int> Rotate(IServiceProvider services)
    {
        var key = services.GetRequiredService<RecordKey>();
        var rotated = await RotateKey.Run(
            services.GetRequiredService<OnRecordDb>(),
            key,
            services.GetRequiredService<SignCheckpoint>(),
            services.GetRequiredService<TimeProvider>(),
            CancellationToken.None
        );
        if (rotated.Refused)
            return await Refuse(rotated.Problems[0].Message);
        Console.WriteLine($"From now on the record is signed with {rotated.Value}");
        Console.WriteLine(
            $"Copy the new key file from {key.Folder} to where you keep the old one, and give the key to your witnesses. The old file stays there as …retired-…; it signs nothing any more."
        );
        return CommandLine.Done;
    }

    private static async Task<int> BeginAgain(IServiceProvider services, string reason, bool sure)
    {
        var db = services.GetRequiredService<OnRecordDb>();
        var clock = services.GetRequiredService<TimeProvider>();
        var standing = await Standing(services);
        if (standing is { Origin: not null, Problem: null })
        {
            // A new beginning that was cut off is ended here.
            await SealLate.Run(db, clock);
            return await Refuse(
                "The public record is in order: this database continues what was signed. There is nothing to begin again."
            );
        }
        if (reason.Length is 0 or > 1000)
            return await Refuse(
                "Say with --reason in a sentence of at most 1,000 characters why the record begins anew."
            );
        if (!sure)
            return await Refuse(
                $"{standing.Problem?.Message} A new record would tell everybody that the older one is lost. Look for the newer database and the key first. If they are gone for good, say --yes."
            );
        var prepared = await BeginRecordAgain.Prepare(
            db,
            services.GetRequiredService<RecordKey>(),
            services.GetRequiredService<SignCheckpoint>(),
            CancellationToken.None
        );
        if (prepared.Value is not { } beginning)
            return await Refuse(prepared.Problems[0].Message);
        await SealAgain.Run(db, beginning, reason, clock);
        var sealedNow = await db.Set<SealedVersion>().CountAsync();
        Console.WriteLine($"The record {beginning.Origin} has begun, and says that {beginning.Former} was lost.");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sealedNow} versions are sealed in it, marked as sealed late."
            )
        );
        Console.WriteLine($"What this database held of the older one is kept in {beginning.KeptFile}.");
        Console.WriteLine(
            $"Copy the new key file {services.GetRequiredService<RecordKey>().FileOf(beginning.Number)} to where you keep the old one, and give your witnesses the new key."
        );
        return CommandLine.Done;
    }

    private static async Task<int> PrintWitnessKey(IServiceProvider services)
    {
        var read = services.GetRequiredService<WitnessKey>().Read();
        using var key = read.Value;
        if (key is null)
            return await Refuse(read.Problems[0].Message);
        Console.WriteLine($"{key.Verifier}");
        return CommandLine.Done;
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLine.Refused;
    }
}
