using System.Text.Json;

namespace OnRecord.Commands;

/// <summary>Where settings come from: onrecord.json in the working folder, then ONRECORD__… in the environment. The command line is read after both.</summary>
internal static class Settings
{
    public const string FileName = "onrecord.json";

    /// <exception cref="FormatException">The file is not JSON; the message says where.</exception>
    public static void Read(IConfigurationBuilder configuration)
    {
        var file = Path.GetFullPath(FileName);
        Check(file);
        configuration.AddJsonFile(file, optional: true).AddEnvironmentVariables("ONRECORD__");
    }

    private static void Check(string file)
    {
        try
        {
            if (File.Exists(file))
                JsonDocument
                    .Parse(
                        File.ReadAllText(file),
                        new JsonDocumentOptions
                        {
                            CommentHandling = JsonCommentHandling.Skip,
                            AllowTrailingCommas = true,
                        }
                    )
                    .Dispose();
        }
        catch (JsonException fault)
        {
            throw new FormatException(
                $"{file} is not readable as JSON, line {fault.LineNumber + 1}: {fault.Message}",
                fault
            );
        }
    }
}
