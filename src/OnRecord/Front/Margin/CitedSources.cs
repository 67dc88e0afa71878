using System.Globalization;
using System.Text.Json.Nodes;
using OnRecord.Attribution;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Margin;

/// <summary>A story's sources as schema.org's <c>citation</c>, <c>isBasedOn</c> and <c>Quotation</c>. Who is not named has no part in it.</summary>
internal static class CitedSources
{
    public static void Into(JsonObject article, StorySources sources, Words words, PublicAddress address)
    {
        var (cited, basis, quoted, seen) = (new JsonArray(), new JsonArray(), new JsonArray(), new HashSet<string>());
        foreach (var note in sources.Notes)
        {
            if (Work(note, words, address) is { } work && seen.Add($"{note.Source}"))
            {
                cited.Add(work);
                if (note.Source.Kind is SourceKind.Document or SourceKind.DataSet)
                    basis.Add(work.DeepClone());
            }
            if (note.Via is { } via && seen.Add($"{via}"))
                cited.Add(Marked(Report(via), note, words));
            if (Quotation(note, words, address) is { } quotation)
                quoted.Add(quotation);
        }
        foreach (var (name, items) in new[] { ("citation", cited), ("isBasedOn", basis), ("hasPart", quoted) })
            if (items.Count > 0)
                article[name] = items;
    }

    // What can be read again: a report, a document, figures, a post. A person is no work.
    private static JsonObject? Work(SourceNoteView note, Words words, PublicAddress address)
    {
        if (!note.Source.IsNamed)
            return null;
        var work = note.Source.Kind switch
        {
            SourceKind.Outlet => Report(note.Source),
            SourceKind.Document => Thing("CreativeWork", note.Source),
            SourceKind.DataSet => Thing("Dataset", note.Source),
            SourceKind.Post => Thing("SocialMediaPosting", note.Source),
            _ => null,
        };
        if (work is null)
            return null;
        if (note.SaidOn is { } day)
            work["datePublished"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (note.Copies.Count > 0)
            work["archivedAt"] = address.Of(note.Copies[0]);
        return Marked(work, note, words);
    }

    private static JsonObject? Quotation(SourceNoteView note, Words words, PublicAddress address)
    {
        if (note.Form != Form.Direct || !note.Source.IsNamed || note.As == SpokenAs.Asked)
            return null;
        var quotation = new JsonObject { ["@type"] = "Quotation", ["text"] = Unquoted(note.Words) };
        if (Speaker(note.Source) is { } speaker)
            (quotation["spokenByCharacter"], quotation["creator"]) = (speaker, speaker.DeepClone());
        else
            quotation["isPartOf"] = Work(note, words, address);
        if (note.Via is { } via)
            quotation["citation"] = Report(via);
        return Marked(quotation, note, words);
    }

    private static JsonObject? Speaker(CitedView source)
    {
        var speaker = source.Kind switch
        {
            SourceKind.Person => Thing("Person", source),
            SourceKind.Organisation or SourceKind.Group => Thing("Organization", source),
            SourceKind.Outlet => Thing("NewsMediaOrganization", source),
            _ => null,
        };
        if (speaker is null || source.Kind != SourceKind.Person)
            return speaker;
        if (source.Role is { Length: > 0 } role)
            speaker["jobTitle"] = role;
        if (source.Affiliation is { Length: > 0 } body)
            speaker["affiliation"] = new JsonObject { ["@type"] = "Organization", ["name"] = body };
        return speaker;
    }

    private static JsonObject Report(CitedView outlet)
    {
        var report = Thing("NewsArticle", outlet);
        report["publisher"] = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = outlet.Name };
        return report;
    }

    private static JsonObject Thing(string type, CitedView source)
    {
        var thing = new JsonObject { ["@type"] = type, ["name"] = source.Name };
        if (source.Link is { } link)
            thing["url"] = link;
        return thing;
    }

    private static JsonObject Marked(JsonObject thing, SourceNoteView note, Words words)
    {
        if (!note.IsChecked)
            thing["description"] = $"{words["Note.Proposed"]}: {words["Note.Unchecked"]}.";
        return thing;
    }

    // The marks round a quotation are the text's, not the speaker's; those between its pieces stay.
    private static string Unquoted(string text) =>
        text.Length > 2
        && (text[0], text[^1]) is ('“', '”') or ('„', '“') or ('«', '»') or ('"', '"')
        && !text.AsSpan(1, text.Length - 2).ContainsAny(text[0], text[^1])
            ? text[1..^1]
            : text;
}
