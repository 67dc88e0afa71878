using OnRecord.Platform;

namespace OnRecord.PublicRecord;

/// <summary>The record cannot be added to, so nothing is published. The message says why and what to do.</summary>
internal sealed class RecordRefusal(Problem problem) : Exception(problem.Message)
{
    public Problem Problem => problem;
}
