using System.Text;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>Judges a record that stands where another one was seen.</summary>
internal static class Continuing
{
    /// <returns>What is to be said of it, where it says itself that it continues the other.</returns>
    /// <exception cref="NotAsSealed">It does not, or not the one that was seen.</exception>
    public static string Judge(RememberedRecord lost, EntriesSeen now, string site, string origin)
    {
        var was =
            $"At {site} the record {lost.Origin} was seen on {lost.SeenAt:yyyy-MM-dd}, with {Entries(lost.Size)}. It is gone, and the record {origin} stands in its place";
        if (now.Continuation is not { } begun)
            throw new NotAsSealed($"{was}, which does not say that it continues it.");
        if (begun.Checkpoint is null)
            throw new NotAsSealed($"{was}, which does not say where the one before it ended.");
        var last = Last(begun.Checkpoint, lost) ?? throw new NotAsSealed($"{was}, which continues another.");
        if (last.Size < lost.Size || last.Size == lost.Size && $"{last.Root}" != $"{Seen(lost).Root}")
            throw new NotAsSealed(
                $"{was}, which says that the one before it ended with {Entries(last.Size)}: it hides some of what was seen."
            );
        foreach (var story in lost.Stories)
            if ((now.Find(story.Id)?.Versions.Count ?? 0) < story.Version)
                throw new NotAsSealed(
                    new VerifyFault($"was in the record that was lost, and is not in the one that continues it.")
                    {
                        IsUnnamed = true,
                    }.Of(story.Name, story.Version)
                );
        return $"{Tell(begun)} That nothing was changed when it was written anew is the newsroom’s word alone: what was seen of {lost.Origin} cannot be compared with it.";
    }

    public static string Tell(ContinuationEntry begun) =>
        $"This record began anew on {begun.Time:yyyy-MM-dd}, because an older one was lost: “{begun.Reason}”.";

    private static Checkpoint? Last(string checkpoint, RememberedRecord lost)
    {
        try
        {
            return Checkpoint
                .Open(Encoding.UTF8.GetBytes(checkpoint), VerifierKey.Parse(lost.Key), lost.Origin)
                .Checkpoint;
        }
        catch (LogFormatException)
        {
            return null;
        }
    }

    private static Checkpoint Seen(RememberedRecord lost) =>
        Checkpoint.Parse(SignedNote.Parse(Encoding.UTF8.GetBytes(lost.Checkpoint)).Text);

    private static string Entries(long count) => count == 1 ? "1 entry" : $"{count} entries";
}
