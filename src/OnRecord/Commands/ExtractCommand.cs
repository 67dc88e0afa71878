using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OnRecord.Documents;
using OnRecord.Imports;

namespace OnRecord.Commands;

/// <summary><c>onrecord extract</c>: the story in a saved page, without a database.</summary>
internal static class ExtractCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Saved pages (.txt, .html) or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = SharedOptions.Json();
        var to = new Option<string?>("--out")
        {
            Description = "Write each body to NAME.txt in this folder instead of printing it.",
            HelpName = "DIR",
        };
        SharedOptions.RefuseUnknownOptions(paths);
        var command = new Command("extract", "Print the story in a saved page.") { paths, json, to };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(json), parsed.GetValue(to)));
        return command;
    }

    private static int Run(string[] paths, bool json, string? folder)
    {
        if (folder is not null)
            Directory.CreateDirectory(folder);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16);
        var outcome = CommandLine.Done;
        var sources = paths.SelectMany(PageSources.Of).ToList();
        // Neither a page that is read nor a body just written is written over.
        var taken = sources
            .Select(found => found.Value)
            .OfType<PageSource>()
            .Select(page => Path.GetFullPath(page.Name))
            .ToHashSet();
        foreach (var (at, found) in sources.Index())
        {
            var read = found.Value is { } page
                ? (
                    page.Address is null
                        ? PageOpener.Open(page.Name)
                        : new Platform.Problem(
                            $"{page.Name} is an address; extract reads files. Use import --dry-run for addresses."
                        )
                )
                : found.Problems[0];
            if (read.Value is { } story)
            {
                Write(
                    output,
                    found.Value!.Name,
                    story,
                    json,
                    folder is null ? null : Target(folder, found.Value.Name, taken)
                );
                if (folder is not null && !json)
                    output.WriteLine(
                        $"{at + 1} of {sources.Count}: {found.Value.Name}, {Length.Of(story.Text).Total} words"
                    );
            }
            else
            {
                Console.Error.WriteLine(read.Problems[0].Message);
                outcome = CommandLine.Refused;
            }
        }
        return outcome;
    }

    private static void Write(StreamWriter output, string file, ReadStory story, bool json, string? target)
    {
        var text = PlainText.Of(story.Text);
        if (target is not null)
            File.WriteAllText(target, text + "\n");
        if (json)
            output.WriteLine(JsonSerializer.Serialize(Row(file, story, text), Json));
        else if (target is null)
            output.WriteLine(text + "\n");
    }

    private static string Target(string folder, string file, HashSet<string> taken)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var target = Path.GetFullPath(Path.Combine(folder, $"{name}.txt"));
        for (var number = 2; !taken.Add(target); number++)
            target = Path.GetFullPath(Path.Combine(folder, $"{name}-{number}.txt"));
        return target;
    }

    private static object Row(string file, ReadStory story, string text) =>
        new
        {
            File = file,
            story.Headline,
            story.Deck,
            story.Byline,
            story.PublishedAt,
            story.Section,
            story.Language,
            Lead = story.Lead is null ? null : new ImportedPicture(story.Lead.Caption, story.Lead.Credit),
            Text = text,
        };
}
