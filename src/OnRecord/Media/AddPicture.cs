using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OnRecord.Media.Embedded;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>A file that is brought to the library.</summary>
/// <param name="Name">What a message calls it: its address or file name.</param>
internal sealed record BroughtPicture(byte[] Bytes, string Name)
{
    /// <summary>Where it came from, for an import.</summary>
    public string? Origin { get; init; }

    /// <summary>The credit that stood beside it; goes before the file's own.</summary>
    public string? Credit { get; init; }

    /// <summary>The account that brings it; null for an import.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>The language in which a refusal is said.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>Takes a picture into the library; the same bytes are the same picture.</summary>
internal sealed class AddPicture(OnRecordDb db, MediaFolder folder, DecodingTurn turn, TimeProvider clock)
{
    private static readonly ResourceManager Said = new("OnRecord.Media.MediaWords", typeof(AddPicture).Assembly);

    /// <summary>Puts the bytes on disk at once and the row into the caller's transaction.</summary>
    /// <param name="name">What a message calls it: its address or file name.</param>
    public Task<Outcome<Picture>> From(
        byte[] bytes,
        string name,
        string? origin,
        string? credit,
        CancellationToken stop = default
    ) => Take(new BroughtPicture(bytes, name) { Origin = origin, Credit = credit }, stop);

    /// <inheritdoc cref="From"/>
    public async Task<Outcome<Picture>> Take(BroughtPicture brought, CancellationToken stop = default)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(brought.Bytes));
        var known =
            db.Pictures.Local.FirstOrDefault(row => row.Sha256 == sha256)
            ?? await db.Pictures.FirstOrDefaultAsync(row => row.Sha256 == sha256, stop);
        if (known is null)
            return await Look(brought, stop) is var (seen, file, fault) && fault is null
                ? await Keep(brought, sha256, seen, file, stop)
                : new Problem(Sentence(fault!.Value, brought));
        if (known.Credit is null && brought.Credit is not null)
            known.Describe(known.Words with { Credit = brought.Credit });
        return known;
    }

    private async Task<((int Width, int Height, PictureTone Tone) Seen, PictureInside File, PictureFault? Fault)> Look(
        BroughtPicture brought,
        CancellationToken stop
    )
    {
        using var held = await turn.Take(stop);
        return await Task.Run(
            () =>
                PictureFile.Measure(brought.Bytes, out var fault, out var tone) is var (width, height)
                    ? ((width, height, tone), PictureInside.Of(brought.Bytes), (PictureFault?)null)
                    : (default, PictureInside.Empty, fault),
            stop
        );
    }

    private async Task<Outcome<Picture>> Keep(
        BroughtPicture brought,
        string sha256,
        (int Width, int Height, PictureTone Tone) seen,
        PictureInside file,
        CancellationToken stop
    )
    {
        await folder.Keep(sha256, brought.Bytes, stop);
        if (file.Manifest is { } manifest)
            await folder.KeepManifest(sha256, manifest, stop);
        var picture = new Picture
        {
            Sha256 = sha256,
            Width = seen.Width,
            Height = seen.Height,
            Tone = seen.Tone.Number,
            AddedAt = clock.GetUtcNow(),
            AddedBy = brought.AddedBy,
            Name = FileName(brought.Name),
            TakenAt = file.TakenAt,
            Provenance = file.Provenance,
            Origin = brought.Origin,
        };
        picture.Describe(file.Words with { Credit = brought.Credit ?? file.Words.Credit });
        db.Pictures.Add(picture);
        return picture;
    }

    private static string Sentence(PictureFault fault, BroughtPicture brought) =>
        new Words(Said, brought.Language).With(
            fault.ToString(),
            brought.Name,
            (brought.Bytes.Length / 1_000_000).ToString(CultureInfo.InvariantCulture)
        );

    // The last part of an address or a path; a file's own name has neither.
    private static string FileName(string name)
    {
        var path = Uri.TryCreate(name, UriKind.Absolute, out var address) ? address.AbsolutePath : name;
        var last = Uri.UnescapeDataString(path.Split('/', '\\')[^1]);
        return PictureWords.Line(last, 200) ?? "";
    }
}
