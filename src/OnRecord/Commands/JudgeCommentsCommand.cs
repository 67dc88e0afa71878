using System.CommandLine;
using System.Text;
using OnRecord.Comments.Judging;

namespace OnRecord.Commands;

/// <summary><c>onrecord judge-comments</c>: what the filter that ships says of comments. Asks no database.</summary>
internal static class JudgeCommentsCommand
{
    private const int Buffer = 1 << 16;

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A text file in UTF-8 with a comment a line, id<TAB>text; or - for standard input.",
        };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && value.StartsWith("--", StringComparison.Ordinal))
                result.AddError($"There is no option {value}.");
        });
        var command = new Command(
            "judge-comments",
            "Say of each comment whether it would be published, held or rejected, and why."
        )
        {
            file,
        };
        command.SetAction(parsed => Run(parsed.GetValue(file)!));
        return command;
    }

    private static int Run(string path)
    {
        using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), Buffer);
        return Judge(input, output, Console.Error);
    }

    public static int Judge(Stream input, TextWriter output, TextWriter faults)
    {
        var judge = CommentJudge.AgainstSpam;
        var outcome = CommandLine.Done;
        var number = 0;
        // Whoever asks line by line is answered line by line: what is known is told before more is waited for.
        using var lines = new CommentLines(input, output.Flush);
        foreach (var line in lines.Read())
        {
            number++;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
                Tell(output, line.AsSpan(0, tab), judge.Judge(line[(tab + 1)..]));
            else
            {
                faults.WriteLine(
                    tab < 0
                        ? $"Line {number} has no tab: write the comment's id, a tab, and its text."
                        : $"Line {number} has no id before its tab: write the comment's id, a tab, and its text."
                );
                outcome = CommandLine.Refused;
            }
        }
        output.Flush();
        return outcome;
    }

    private static void Tell(TextWriter output, ReadOnlySpan<char> id, Judgment judgment)
    {
        output.Write(id);
        output.Write(
            judgment.Verdict switch
            {
                Verdict.Publish => "\tpublish\t",
                Verdict.Hold => "\thold\t",
                _ => "\treject\t",
            }
        );
        // A word of the comment is part of the reason, and may hold what ends a field.
        output.Write(JudgingWords.Of(judgment, "en").Replace('\t', ' '));
        output.Write('\n');
    }
}
