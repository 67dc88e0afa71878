using System.Security.Cryptography;
using OnRecord.Platform.Files;
using OnRecord.Sources.Evidence;

namespace OnRecord.Tests.Sources.Evidence;

public sealed class EvidenceFolderTests : IDisposable
{
    private static readonly byte[] Minutes = "The board met on Monday."u8.ToArray();

    private readonly string path = Directory.CreateTempSubdirectory("onrecord-evidence-").FullName;
    private readonly EvidenceFolder folder;

    public EvidenceFolderTests() => folder = new EvidenceFolder(new DataFolder(path));

    [Fact]
    public async Task Bytes_lie_under_their_hash_and_once()
    {
        var kept = (await folder.Keep(new MemoryStream(Minutes), 1000)).ShouldNotBeNull();
        await folder.Keep(new MemoryStream(Minutes), 1000);
        kept.ShouldBe(new KeptBytes(Convert.ToHexStringLower(SHA256.HashData(Minutes)), Minutes.Length));
        Files().ShouldBe([folder.Bytes(kept.Sha256)]);
        (await File.ReadAllBytesAsync(folder.Bytes(kept.Sha256))).ShouldBe(Minutes);
    }

    [Fact]
    public async Task What_somebody_is_about_to_refer_to_is_not_taken_away()
    {
        var sha256 = (await folder.Keep(new MemoryStream(Minutes), 1000))!.Sha256;
        await folder.Keep(new MemoryStream(Minutes), 1000);
        await folder.Clear(sha256, () => Task.FromResult(false));
        Files().Count.ShouldBe(1, "two hold it, though no row refers to it yet");
        await folder.Release(sha256, () => Task.FromResult(false));
        Files().Count.ShouldBe(1, "one holds it still");
        await folder.Release(sha256, () => Task.FromResult(true));
        Files().Count.ShouldBe(1, "a row refers to it");
        await folder.Clear(sha256, () => Task.FromResult(false));
        Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_too_much_or_breaks_off_leaves_nothing(bool breaks)
    {
        if (breaks)
            await Should.ThrowAsync<IOException>(() => folder.Keep(new Broken(), 1000));
        else
            (await folder.Keep(new MemoryStream(Minutes), Minutes.Length - 1)).ShouldBeNull();
        Files().ShouldBeEmpty();
    }

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(path, recursive: true);
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)];

    /// <summary>A browser that goes away in the middle.</summary>
    private sealed class Broken : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ == 0 ? ValueTask.FromResult(10) : throw new IOException("gone");
    }
}
