using Microsoft.Playwright;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Stories;

namespace OnRecord.Journeys;

/// <summary>What lies on clipboards of Word, Docs, LibreOffice and browsers becomes clean text: see Paste/README.md.</summary>
public class PasteJourney(Newsstand stand, ITestOutputHelper output)
{
    private const string Paste = """
        html => {
          const clipboard = new DataTransfer(), text = html.replace(/<[^>]*>/g, '');
          clipboard.setData('text/html', html);
          clipboard.setData('text/plain', text);
          document.querySelector('story-editor .ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task Every_fragment_becomes_the_expected_document()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        var fragments = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Paste"), "*.html")
            .Order(StringComparer.Ordinal)
            .ToList();
        var wrong = new List<string>();
        foreach (var fragment in fragments)
        {
            var story = Guid.Parse((await ines.BeginStory(Path.GetFileName(fragment))).Split('/')[^1]);
            await ines.Text().ClickAsync();
            await ines.Page.EvaluateAsync(Paste, await File.ReadAllTextAsync(fragment));
            // A picture that was pasted goes to the library first.
            await ines.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await ines.Saved();
            var became = await site.InDatabase(async db => (await db.Stories.FindAsync(story))!.Draft.Text);
            var expected = ProseMirrorReader.Read(await File.ReadAllTextAsync(Path.ChangeExtension(fragment, ".json")));
            if (became != expected)
                wrong.Add(
                    $"{Path.GetFileName(fragment)}:\n{ProseMirrorWriter.Write(became)}\n{ProseMirrorWriter.Write(expected)}"
                );
        }
        output.WriteLine($"{fragments.Count - wrong.Count} of {fragments.Count} fragments");
        fragments.Count.ShouldBeGreaterThanOrEqualTo(20);
        wrong.ShouldBeEmpty();
        ines.Troubles.ShouldBeEmpty();
    }
}
