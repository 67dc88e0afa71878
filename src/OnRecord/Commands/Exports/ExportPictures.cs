using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Commands.Exports;

/// <summary>Writes pictures as readers were offered them: the widest JPEG, with its credit. An original may hold where it was taken.</summary>
internal sealed class ExportPictures(OnRecordDb db, Renditions renditions, string folder)
{
    public const string Folder = "pictures";

    public int Count { get; private set; }

    public static string File(string sha256) => $"{Folder}/{sha256[..2]}/{sha256}.jpg";

    /// <summary>Those of a version, each once.</summary>
    public async Task Write(StoryContent content, CancellationToken stop)
    {
        var shown = PicturesOfStory
            .Figures(content.Text)
            .Select(figure => LibrarySource.Read(figure.Source)?.Sha256)
            .Append(content.Lead?.Sha256);
        foreach (var sha256 in shown.OfType<string>().Distinct())
            await Write(sha256, stop);
    }

    private async Task Write(string sha256, CancellationToken stop)
    {
        var target = Path.Combine(folder, File(sha256));
        if (System.IO.File.Exists(target))
            return;
        if (
            await db.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(row => row.Sha256 == sha256, stop)
            is not { } picture
        )
            return;
        var widest = RenditionSizes.For(picture.Width)[^1];
        if (await renditions.Find(sha256, new RenditionName(widest, null, "jpg")) is not { } rendition)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        System.IO.File.Copy(rendition, target);
        await ExportJson.Write(
            Path.ChangeExtension(target, "json"),
            new ExportedPicture
            {
                Sha256 = sha256,
                File = File(sha256),
                Width = widest,
                Height = (int)Math.Round((double)picture.Height * widest / picture.Width),
                Credit = picture.Credit,
                Caption = picture.Caption,
                Alt = picture.Alt.Length == 0 ? null : picture.Alt,
                Licence = picture.Licence,
            },
            stop
        );
        Count++;
    }
}
