namespace OnRecord.Attribution.Languages;

internal sealed class GermanProposer : IProposer
{
    public IReadOnlyList<Proposal> Propose(string text) => new QuotationProposer().Propose(text);
}

internal sealed class UkrainianProposer : IProposer
{
    public IReadOnlyList<Proposal> Propose(string text) => new QuotationProposer().Propose(text);
}
