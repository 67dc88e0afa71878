using OnRecord.Attribution.Text;
using OnRecord.Documents;

namespace OnRecord.Attribution.Languages;

/// <summary>Proposes what stands between quotation marks and is long enough to be a sentence, in any language, and names nobody.</summary>
internal sealed class QuotationProposer : IProposer
{
    private const int FewestWords = 4;

    public IReadOnlyList<Proposal> Propose(string text)
    {
        var proposals = new List<Proposal>();
        foreach (var item in Story.Read(text).Items)
        {
            if (item.Kind == ItemKind.Quote && item.Words >= FewestWords)
                proposals.Add(
                    new Proposal
                    {
                        Content = ValueList.Create<Span>([new Span(item.Start, item.End)]),
                        Kind = SourceKind.Person,
                        Standing = Standing.Anonymous,
                        Form = Form.Direct,
                    }
                );
        }
        return proposals;
    }
}
