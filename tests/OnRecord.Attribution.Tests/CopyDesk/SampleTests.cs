using System.Text.Json;
using OnRecord.Attribution.CopyDesk;
using OnRecord.Attribution.Tests.HeldOut;

namespace OnRecord.Attribution.Tests.CopyDesk;

public class SampleTests(ITestOutputHelper output)
{
    [Fact]
    public void All_that_the_sample_has_for_a_copy_editor_is_found_and_little_else()
    {
        if (Folders.Samples is not { } folder)
        {
            Assert.Skip("shared/samples is not beside the repository");
            return;
        }
        var text = File.ReadAllText(Path.Combine(folder, "scraped-story.txt"));
        using var worked = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "worked-example.json")));
        Proposal[] proposals = [.. worked.RootElement.GetProperty("attributions").EnumerateArray().Select(Proposed)];
        var headline = text.Split('\n').First(line => line.Contains(" Denies ", StringComparison.Ordinal));

        var notes = CopyNotes.Of(headline, null, text, proposals);

        foreach (var note in notes)
            output.WriteLine($"{note.Kind}: {string.Join(" / ", note.Values)}");
        notes
            .Select(note => (note.Kind, string.Join(" / ", note.Values)))
            .ShouldBe([
                (CopyNoteKind.HeadlineSaysMore, "Denies / indicated"),
                (CopyNoteKind.WrongWord, "dual / duel"),
                (CopyNoteKind.NumbersDiffer, "thirty-five / nearly three dozen"),
                (CopyNoteKind.RelativeDate, "two weeks ago"),
                (CopyNoteKind.TitleTwoWays, "Advisor / Adviser"),
            ]);
        var said = notes[0].Other!.Value;
        text[said.Start..said.End].ShouldContain("never heard of that");
    }

    private static Proposal Proposed(JsonElement one)
    {
        static Span? Of(JsonElement words) =>
            words.ValueKind == JsonValueKind.Object
                ? new(words.GetProperty("start").GetInt32(), words.GetProperty("end").GetInt32())
                : null;
        return new()
        {
            Content =
            [
                .. one.GetProperty("content")
                    .GetProperty("spans")
                    .EnumerateArray()
                    .Select(span => new Span(span[0].GetInt32(), span[1].GetInt32())),
            ],
            Source = Of(one.GetProperty("source")),
            SourceName = one.GetProperty("source_name").GetString(),
            Cue = Of(one.GetProperty("cue")),
            Form = Enum.Parse<Form>(one.GetProperty("form").GetString()!, ignoreCase: true),
        };
    }
}
