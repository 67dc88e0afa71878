using System.Text;
using FsCheck.Xunit;

namespace OnRecord.TransparencyLog.Tests;

public class LogTests
{
    private const int Many = 700;

    private static readonly TreeHash[] Leaves =
    [
        .. Enumerable.Range(0, Many).Select(at => TreeHash.OfLeaf(Encoding.ASCII.GetBytes($"entry {at}"))),
    ];

    [Fact]
    public void Tiles_give_the_root_and_every_proof_at_every_size()
    {
        foreach (var size in new[] { 1, 2, 3, 5, 8, 100, 255, 256, 257, 511, 512, 513, Many })
        foreach (var kept in new[] { null, new SubtreeRoots() })
        {
            var tree = new TileTree(size, TileOf(size), kept);
            var root = Naive(0, size);
            tree.Root.ShouldBe(root);
            tree.Edge.Root.ShouldBe(root);
            for (var at = 0; at < size; at += Math.Max(1, size / 37))
                MerkleProofs.Includes(at, size, Leaves[at], tree.Inclusion(at), root).ShouldBeTrue($"{at} of {size}");
            // Another tree of this size goes on with what was kept.
            new TileTree(size, TileOf(size), kept)
                .Inclusion(size - 1)
                .ShouldBe(tree.Inclusion(size - 1));
            for (var earlier = 0; earlier <= size; earlier += Math.Max(1, size / 41))
                MerkleProofs
                    .Continues(earlier, Naive(0, earlier), size, root, tree.Consistency(earlier))
                    .ShouldBeTrue($"{earlier} of {size}");
        }
    }

    [Property]
    public void A_proof_does_not_hold_for_another_entry_place_size_or_root(uint seed)
    {
        var size = 2 + (int)(Shared.Spread(seed) % (Many - 2));
        var at = (int)(Shared.Spread(seed) / Many % (ulong)size);
        var tree = new TileTree(size, TileOf(size));
        var (root, proof) = (tree.Root, tree.Inclusion(at));
        var other = (at + 1) % size;
        MerkleProofs.Includes(at, size, Leaves[other], proof, root).ShouldBeFalse();
        MerkleProofs.Includes(other, size, Leaves[at], proof, root).ShouldBeFalse();
        MerkleProofs.Includes(at, size, Leaves[at], proof, Naive(0, size - 1)).ShouldBeFalse();
        MerkleProofs.Includes(at, size, Leaves[at], [.. proof, root], root).ShouldBeFalse();
        MerkleProofs.Includes(at, size, Leaves[at], [.. proof.Skip(1)], root).ShouldBeFalse();
        MerkleProofs.Continues(size - 1, root, size, root, tree.Consistency(size - 1)).ShouldBeFalse();
    }

    [Fact]
    public void A_tree_goes_on_from_its_edge_and_tells_of_each_subtree_that_fills()
    {
        var (edge, filled) = (new TreeEdge(), new List<(int Height, long Place, TreeHash Root)>());
        for (var at = 0; at < Many; at++)
        {
            edge.Append(Leaves[at], (height, place, root) => filled.Add((height, place, root)));
            edge = new TreeEdge(edge.Size, edge.Subtrees);
        }
        edge.Root.ShouldBe(Naive(0, Many));
        foreach (var (height, place, root) in filled.Where((_, at) => at % 13 == 0))
            root.ShouldBe(Naive((int)place << height, ((int)place + 1) << height));
    }

    [Fact]
    public void A_truncated_tile_is_refused() =>
        Should
            .Throw<LogFormatException>(() => new TileTree(Many, tile => TileOf(Many)(tile)[..^32]).Root)
            .Message.ShouldContain("tile/");

    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(1, 273, 17, "tile/1/273.p/17")]
    public void A_tile_is_found_by_its_path(int level, long index, int width, string path)
    {
        new Tile(level, index, width).Path.ShouldBe(path);
        Tile.Parse(path["tile/".Length..], out var entries).ShouldBe(new Tile(level, index, width));
        entries.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("00/000")]
    [InlineData("64/000")]
    [InlineData("0/0")]
    [InlineData("0/1234")]
    [InlineData("0/001/234")]
    [InlineData("0/x000/001")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/01")]
    [InlineData("-1/000")]
    [InlineData("entries/../000")]
    public void A_tile_written_otherwise_is_none(string path) => Tile.Parse(path, out _).ShouldBeNull();

    [Fact]
    public void The_tiles_of_seventy_thousand_entries_are_those_of_the_specification()
    {
        Tile.Of(0, 70_000).Count().ShouldBe(274);
        Tile.Of(0, 70_000).Last().Width.ShouldBe(112);
        Tile.Of(1, 70_000).Select(tile => tile.Width).ShouldBe([256, 17]);
        Tile.Of(2, 70_000).Single().Width.ShouldBe(1);
        Tile.Of(3, 70_000).ShouldBeEmpty();
    }

    [Fact]
    public void A_bundle_that_ends_too_soon_is_refused()
    {
        var bundle = EntryBundle.Write([new byte[] { 1, 2, 3 }, Array.Empty<byte>()]);
        EntryBundle.Read(bundle).Select(entry => entry.Length).ShouldBe([3, 0]);
        Should.Throw<LogFormatException>(() => EntryBundle.Read(bundle.AsMemory(0, 4)));
        Should.Throw<LogFormatException>(() => EntryBundle.Read(bundle.AsMemory(0, 6)));
    }

    private static Func<Tile, ReadOnlyMemory<byte>> TileOf(int size) =>
        tile =>
        {
            tile.Width.ShouldBe((int)Math.Min(256, (size >> (8 * tile.Level)) - (tile.Index * 256)));
            var bytes = new byte[tile.Width * TreeHash.Size];
            for (var at = 0; at < tile.Width; at++)
            {
                var first = (int)(((tile.Index * 256) + at) << (8 * tile.Level));
                Naive(first, first + (1 << (8 * tile.Level))).Write(bytes.AsSpan(at * TreeHash.Size));
            }
            return bytes;
        };

    // RFC 6962, 2.1, as it stands there.
    private static TreeHash Naive(int from, int to)
    {
        if (to == from)
            return TreeHash.Empty;
        if (to - from == 1)
            return Leaves[from];
        var split = 1;
        while (split * 2 < to - from)
            split *= 2;
        return TreeHash.OfNode(Naive(from, from + split), Naive(from + split, to));
    }
}
