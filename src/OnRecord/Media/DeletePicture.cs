using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Takes a picture out of the library, unless a story shows it or once did.</summary>
internal sealed class DeletePicture(OnRecordDb db, MediaFolder folder)
{
    /// <param name="alongside">What is to be saved with the deletion, such as who did it.</param>
    /// <returns>Null where there is no such picture.</returns>
    public async Task<PictureDeletion?> Remove(
        string sha256,
        Func<Picture, Task>? alongside = null,
        CancellationToken stop = default
    )
    {
        PictureDeletion? deletion = null;
        var gone = false;
        folder.BeginRemoval(sha256);
        try
        {
            await db.Transact(async () => deletion = await RemoveRow(sha256, alongside, stop), stop);
            gone = deletion is { Refused: false };
        }
        finally
        {
            // Only after the commit: a file left over by a crash harms nobody, a row without its file would.
            folder.Remove(sha256, gone);
        }
        return deletion;
    }

    private async Task<PictureDeletion?> RemoveRow(
        string sha256,
        Func<Picture, Task>? alongside,
        CancellationToken stop
    )
    {
        if (await db.Pictures.FirstOrDefaultAsync(row => row.Sha256 == sha256, stop) is not { } picture)
            return null;
        var uses = await PictureUses.Uses(db, sha256, stop);
        if (uses.Count > 0)
            return new PictureDeletion(uses);
        db.Pictures.Remove(picture);
        if (alongside is not null)
            await alongside(picture);
        return new PictureDeletion([]);
    }
}

/// <param name="Uses">Where it is used, which is why it stays.</param>
internal sealed record PictureDeletion(IReadOnlyList<PictureUse> Uses)
{
    public bool Refused => Uses.Count > 0;
}
