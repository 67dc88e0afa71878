using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using OnRecord.Attribution;

namespace OnRecord.Commands;

/// <summary><c>onrecord attributions</c>: who said what in text files. Asks no database.</summary>
internal static class AttributionsCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Text files in UTF-8, or folders of .txt files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var language = new Option<string>("--language")
        {
            Description = "The language of the texts, such as en, de or uk.",
            DefaultValueFactory = _ => "en",
        };
        var json = SharedOptions.Json();
        SharedOptions.RefuseUnknownOptions(paths);
        var command = new Command("attributions", "Print who said what in a text.") { paths, language, json };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(language)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string[] paths, string language, bool json)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var outcome = CommandLine.Done;
        foreach (var (path, name) in paths.SelectMany(Files))
        {
            try
            {
                // A byte order mark counts as a character, as it does where the offsets are checked.
                var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
                var found = FindAttributions.In(text, language);
                output.WriteLine(
                    json ? AttributionsJson.Of(name, text, found).ToJsonString(Json) : Told(name, text, found)
                );
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{path} could not be read: {fault.Message}");
                outcome = CommandLine.Refused;
            }
        }
        return outcome;
    }

    private static IEnumerable<(string Path, string Name)> Files(string path) =>
        Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path, "*.txt", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => (file, Path.GetRelativePath(path, file)))
            : [(path, Path.GetFileName(path))];

    private static string Told(string name, string text, IReadOnlyList<Proposal> found)
    {
        var told = new StringBuilder().Append(name).Append(": ").Append(found.Count).Append(" statements");
        foreach (var one in found)
        {
            told.AppendLine().Append("  ").Append(one.SourceName ?? "nobody named");
            told.Append(" (").Append(AttributionsJson.Word(one.Kind));
            told.Append(one.Standing == Standing.Anonymous ? ", not named" : "");
            told.Append(one.Via is { } via ? $", through {via.Name}" : "").Append("): ");
            told.AppendJoin(" … ", one.Content.Select(span => text[span.Start..span.End].ReplaceLineEndings(" ")));
        }
        return told.ToString();
    }
}
