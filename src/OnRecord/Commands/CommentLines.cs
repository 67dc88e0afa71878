using System.Text;

namespace OnRecord.Commands;

/// <summary>
/// The lines of a stream. Only a line feed ends one, with or without a carriage return before it: a comment may hold any other kind of break.
/// </summary>
internal sealed class CommentLines(Stream input, Action beforeWaiting) : IDisposable
{
    private readonly StreamReader reader = new(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
    private readonly char[] buffer = new char[1 << 16];

    public void Dispose() => reader.Dispose();

    public IEnumerable<string> Read()
    {
        var rest = new StringBuilder();
        while (true)
        {
            beforeWaiting();
            var count = reader.Read(buffer, 0, buffer.Length);
            if (count == 0)
                break;
            var start = 0;
            for (var end = Next(start, count); end >= 0; end = Next(start, count))
            {
                yield return Take(rest, start, end);
                start = end + 1;
            }
            rest.Append(buffer, start, count - start);
        }
        if (rest.Length > 0)
            yield return Take(rest, 0, 0);
    }

    private int Next(int start, int count)
    {
        var length = buffer.AsSpan(start, count - start).IndexOf('\n');
        return length < 0 ? -1 : start + length;
    }

    private string Take(StringBuilder rest, int start, int end)
    {
        var line = rest.Append(buffer, start, end - start).ToString();
        rest.Clear();
        return line.EndsWith('\r') ? line[..^1] : line;
    }
}
