using OnRecord.Attribution.CopyDesk;

namespace OnRecord.Attribution.Tests.CopyDesk;

public class NotesRateTests(ITestOutputHelper output)
{
    [Fact]
    public void On_edited_text_there_is_at_most_one_note_in_three_hundred_words()
    {
        foreach (var rate in NotesRate.All())
        {
            output.WriteLine(rate.ToString());
            foreach (var (file, note) in rate.Notes)
                output.WriteLine(
                    $"  {file[..Math.Min(14, file.Length)]} {note.Kind}: {string.Join(" / ", note.Values)}"
                );
            rate.WordsPerNote.ShouldBeGreaterThan(300, rate.Corpus);
        }
    }
}
