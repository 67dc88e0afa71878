using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Stories;

namespace OnRecord.Commands.Demonstration;

/// <summary>Puts the demonstration's drawings into the library, each once.</summary>
internal sealed class DemonstrationPictures(AddPicture library)
{
    private const int Width = 1600;

    private readonly Dictionary<string, Picture> known = [];

    public async Task<LeadPicture?> Lead(Figure? figure)
    {
        if (figure is null)
            return null;
        var picture = await Picture(figure);
        return new LeadPicture(
            picture.Sha256,
            picture.Width,
            picture.Height,
            figure.Alt,
            PlainText.Of(figure.Caption) is { Length: > 0 } caption ? caption : null,
            figure.Credit
        );
    }

    /// <summary>The text with its pictures taken from the library.</summary>
    public async Task<StoryDocument> In(StoryDocument text)
    {
        var sources = new Dictionary<string, string>();
        foreach (var figure in PicturesOfStory.Figures(text))
            sources[figure.Source] = (await Picture(figure)).Source;
        return Rewrite.Figures(text, figure => figure with { Source = sources[figure.Source] });
    }

    private async Task<Picture> Picture(Figure figure)
    {
        var name = Path.GetFileName(new Uri(figure.Source).AbsolutePath);
        if (known.TryGetValue(name, out var picture))
            return picture;
        var drawing = await File.ReadAllBytesAsync(Path.Combine(DemonstrationNewsroom.Folder, "pictures", name));
        var drawn = PictureFile.Rasterize(drawing, Width);
        var added = await library.From(drawn, name, origin: null, figure.Credit);
        return known[name] = added.Value ?? throw new InvalidDataException(added.Problems[0].Message);
    }
}
