using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using OnRecord.PublicRecord;

namespace OnRecord.Commands;

/// <summary>Runs a subcommand; a broken machine or setting ends in a sentence, not in a stack trace.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    private const int BadUsage = 2;

    public static async Task<int> Run(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Run with --help to see what can be said.");
            return BadUsage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OptionsValidationException fault)
        {
            foreach (var sentence in fault.Failures)
                await Console.Error.WriteLineAsync(sentence);
            return Refused;
        }
        catch (RecordRefusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (FormatException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return BadUsage;
        }
        catch (InvalidOperationException fault)
            when (fault.Message.StartsWith("Failed to convert configuration", StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync($"A setting is not understood: {fault.Message}");
            return BadUsage;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Refused;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SocketException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Refused;
        }
        catch (Exception fault) when ((fault as DbException ?? fault.GetBaseException() as DbException) is not null)
        {
            await Console.Error.WriteLineAsync($"The database could not be used: {fault.GetBaseException().Message}");
            return Refused;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync(
                $"OnRecord made a mistake: {fault.GetType().Name}: {fault.Message} Please report it, with what you did."
            );
            return Refused;
        }
    }
}
