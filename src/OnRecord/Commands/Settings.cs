namespace OnRecord.Commands;

/// <summary>Where settings come from: onrecord.json in the working folder, then ONRECORD__… in the environment. The command line is read after both.</summary>
internal static class Settings
{
    public const string FileName = "onrecord.json";

    public static void Read(IConfigurationBuilder configuration) =>
        configuration.AddJsonFile(Path.GetFullPath(FileName), optional: true).AddEnvironmentVariables("ONRECORD__");
}
