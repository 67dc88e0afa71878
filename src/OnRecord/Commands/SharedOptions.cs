using System.CommandLine;

namespace OnRecord.Commands;

/// <summary>Options that several subcommands take. Each makes its own: an option belongs to one command.</summary>
internal static class SharedOptions
{
    public static Option<string?> Data() =>
        new("--data")
        {
            Description = "The folder for database, media and outgoing mail. ./data unless told.",
            HelpName = "DIR",
        };

    public static Option<string?> Database() =>
        new("--database")
        {
            Description = "A PostgreSQL connection string or address. A SQLite file in the data folder unless told.",
            HelpName = "CONNECTION",
        };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    /// <summary>A word that begins with two dashes is a mistyped option, not a file.</summary>
    public static void RefuseUnknownOptions(Argument<string[]> argument) =>
        argument.Validators.Add(result =>
        {
            if (
                result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is
                { } unknown
            )
                result.AddError($"There is no option {unknown.Value}.");
        });
}
