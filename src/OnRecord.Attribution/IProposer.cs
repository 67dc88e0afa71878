namespace OnRecord.Attribution;

/// <summary>One way to find attributions. Rules are some; a model could be another.</summary>
internal interface IProposer
{
    /// <summary>The statements of a text. Never throws; the same text gives the same answer.</summary>
    IReadOnlyList<Proposal> Propose(string text);
}
