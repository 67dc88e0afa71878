using AngleSharp.Dom;
using OnRecord.Documents;

namespace OnRecord.Commands.Demonstration;

/// <summary>What stands in a file of the demonstration below its head: a picture above the text, and the text.</summary>
/// <param name="Lead">Its source is a file of the demonstration.</param>
/// <param name="First">The text as readers had it before what was taken out and put in.</param>
internal sealed record DemonstrationText(Figure? Lead, StoryDocument First, StoryDocument Text)
{
    /// <summary>Pictures are named relative to this address, which is never asked.</summary>
    public static Uri Base { get; } = new("https://demonstration.invalid/");

    /// <summary>Reads a text in which <c>del</c> and <c>ins</c> say what a later version changed.</summary>
    public static DemonstrationText Read(IElement body)
    {
        var lead = TakeLead(body);
        var first = (IElement)body.Clone();
        Settle(first, kept: "del", gone: "ins");
        Settle(body, kept: "ins", gone: "del");
        return new DemonstrationText(lead, HtmlReader.Read(first, Base), HtmlReader.Read(body, Base));
    }

    /// <summary>Takes the picture above the text out of it.</summary>
    public static Figure? TakeLead(IElement body)
    {
        if (body.FirstElementChild is not { LocalName: "figure" } figure)
            return null;
        figure.Remove();
        return (Figure)HtmlReader.Read($"<div>{figure.OuterHtml}</div>", Base).Blocks[0];
    }

    private static void Settle(IElement body, string kept, string gone)
    {
        foreach (var element in body.QuerySelectorAll(gone))
            element.Remove();
        foreach (var element in body.QuerySelectorAll(kept))
            element.Replace([.. element.ChildNodes]);
    }
}
