using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Takes a picture into the library; the same bytes are the same picture.</summary>
internal sealed class AddPicture(OnRecordDb db, MediaFolder folder, TimeProvider clock)
{
    /// <summary>Puts the bytes on disk at once and the row into the caller's transaction.</summary>
    /// <param name="name">What a message calls it: its address or file name.</param>
    public async Task<Outcome<Picture>> From(
        byte[] bytes,
        string name,
        string? origin,
        string? credit,
        CancellationToken stop = default
    )
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var known =
            db.Pictures.Local.FirstOrDefault(row => row.Sha256 == sha256)
            ?? await db.Pictures.FirstOrDefaultAsync(row => row.Sha256 == sha256, stop);
        if (known is not null)
        {
            known.Credit ??= credit;
            return known;
        }
        if (PictureFile.Measure(bytes) is not { } size)
            return new Problem(
                $"{name} is not a picture that can be read (JPEG, PNG, WebP, AVIF, HEIC, GIF, TIFF or SVG, at most 100 megapixels)."
            );
        await folder.Keep(sha256, bytes, stop);
        var picture = new Picture
        {
            Sha256 = sha256,
            Width = size.Width,
            Height = size.Height,
            AddedAt = clock.GetUtcNow(),
            Origin = origin,
            Credit = credit,
        };
        db.Pictures.Add(picture);
        return picture;
    }
}
