using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Pictures;

/// <summary>Takes one file that somebody brought to the desk into the library.</summary>
internal sealed class BringPicture(OnRecordDb db, AddPicture library, TimeProvider clock)
{
    public async Task<Outcome<Picture>> From(IFormFile file, SignedIn who, string language, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var outcome = await library.Take(await Read(file, who, language, stop), stop);
        if (outcome.Value is not { } picture || db.Entry(picture).State != EntityState.Added)
            return outcome;
        try
        {
            await db.Transact(() => Note(picture, who), stop);
            return picture;
        }
        catch (DbUpdateException)
        {
            // Somebody brought the same picture at the same moment; then theirs is this one.
            db.ChangeTracker.Clear();
            if (await db.Pictures.FirstOrDefaultAsync(row => row.Sha256 == picture.Sha256, stop) is not { } theirs)
                throw;
            return theirs;
        }
    }

    private Task Note(Picture picture, SignedIn who)
    {
        db.Audit(who, clock.GetUtcNow(), "picture.added", $"picture:{picture.Sha256}", picture.Name);
        return Task.CompletedTask;
    }

    private static async Task<BroughtPicture> Read(
        IFormFile file,
        SignedIn who,
        string language,
        CancellationToken stop
    )
    {
        // One byte more than is allowed is enough to be refused.
        var bytes = new byte[Math.Min(file.Length, PictureFile.MaximumBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, stop);
        return new BroughtPicture(bytes, Name(file.FileName)) { AddedBy = who.Id, Language = language };
    }

    // Some browsers send a path.
    private static string Name(string fileName) =>
        PictureWords.Line(fileName.Split('/', '\\')[^1], 200) is { } name ? name : "—";
}
