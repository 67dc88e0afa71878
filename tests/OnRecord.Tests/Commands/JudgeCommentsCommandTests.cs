using System.Text;
using OnRecord.Commands;

namespace OnRecord.Tests.Commands;

public class JudgeCommentsCommandTests
{
    [Fact]
    public void Each_line_is_answered_in_its_order_with_a_reason()
    {
        var (outcome, lines, faults) = Judge(
            "a7\tWho signed off on the inspections?\nb\tPlease subscribe to my channel\n"
        );
        outcome.ShouldBe(0);
        faults.ShouldBeEmpty();
        lines.Length.ShouldBe(2);
        lines[0].ShouldBe("a7\tpublish\tNothing speaks against it.");
        lines[1].Split('\t').Length.ShouldBe(3);
        lines[1].Split('\t')[..1].ShouldBe(["b"]);
        lines[1].Split('\t')[1].ShouldBeOneOf("hold", "reject");
    }

    [Fact]
    public void Marks_of_order_carriage_returns_empty_texts_and_a_missing_last_break_are_fine()
    {
        var (outcome, lines, _) = Judge("\ufeff1\tGood reporting.\r\n2\t\r\n3\tWell said.\twith a tab\rand a return");
        outcome.ShouldBe(0);
        lines.Select(line => line.Split('\t')[0]).ShouldBe(["1", "2", "3"]);
        lines.ShouldAllBe(line => line.Split('\t').Length == 3);
    }

    [Fact]
    public void Nothing_in_gives_nothing_out()
    {
        var (outcome, lines, faults) = Judge("");
        outcome.ShouldBe(0);
        lines.ShouldBeEmpty();
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named_and_the_others_are_judged()
    {
        var (outcome, lines, faults) = Judge("1\tGood reporting.\nno tab here\n\tno id\n4\tWell said.\n");
        outcome.ShouldBe(1);
        lines.Select(line => line.Split('\t')[0]).ShouldBe(["1", "4"]);
        faults.ShouldBe([
            "Line 2 has no tab: write the comment's id, a tab, and its text.",
            "Line 3 has no id before its tab: write the comment's id, a tab, and its text.",
        ]);
    }

    [Fact]
    public void Markup_in_a_line_is_judged_as_what_it_shows()
    {
        var (_, lines, _) = Judge("1\tPlease subscribe to my channel\n2\tPlease subscribe<br />to my channel\ufeff\n");
        lines[0][1..].ShouldBe(lines[1][1..]);
    }

    [Fact]
    public void What_is_known_is_told_before_more_is_waited_for()
    {
        using var pipe = new MemoryStream(Encoding.UTF8.GetBytes("1\tGood reporting.\n"));
        using var told = new MemoryStream();
        using var output = new StreamWriter(told);
        var before = "";
        using var waiting = new WatchedStream(pipe, () => before = Encoding.UTF8.GetString(told.ToArray()));
        JudgeCommentsCommand.Judge(waiting, output, TextWriter.Null).ShouldBe(0);
        before.ShouldStartWith("1\tpublish\t");
    }

    [Fact]
    public void A_long_file_streams_through()
    {
        var text = string.Concat(
            Enumerable.Range(0, 20_000).Select(at => $"{at}\tThe bus is late again, number {at}.\n")
        );
        var (outcome, lines, _) = Judge(text);
        outcome.ShouldBe(0);
        lines.Length.ShouldBe(20_000);
        lines[^1].ShouldStartWith("19999\t");
    }

    private static (int Outcome, string[] Lines, string[] Faults) Judge(string text)
    {
        var (output, faults) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var outcome = JudgeCommentsCommand.Judge(input, output, faults);
        return (outcome, Lines(output), Lines(faults));
    }

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed class WatchedStream(Stream inner, Action asked) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            asked();
            return inner.Read(buffer, offset, count);
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
