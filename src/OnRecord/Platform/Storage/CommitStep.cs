namespace OnRecord.Platform.Storage;

/// <summary>What a transaction does once, as its last act, however often it was asked for in it.</summary>
internal abstract class CommitStep
{
    /// <summary>After everything else was saved. An exception leaves nothing of the transaction.</summary>
    public abstract Task BeforeCommit(CancellationToken stop);

    /// <summary>What is committed stands, whatever becomes of this: it must not throw.</summary>
    public abstract Task AfterCommit();

    /// <summary>Nothing of the transaction stands.</summary>
    public abstract void RolledBack();
}
