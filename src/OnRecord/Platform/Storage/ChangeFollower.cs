using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace OnRecord.Platform.Storage;

/// <summary>What a feature does with every change of the database, in the same transaction, whatever use case makes it. Changes that one statement makes to many rows (<c>ExecuteUpdate</c>, <c>ExecuteDelete</c>) do not pass here.</summary>
internal abstract class ChangeFollower
{
    /// <param name="changes">What is about to be saved: added, changed or deleted.</param>
    public abstract Task Follow(OnRecordDb db, IReadOnlyList<EntityEntry> changes, CancellationToken stop);
}
