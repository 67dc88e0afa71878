namespace OnRecord.Feeds.Hubs;

/// <summary>A feed's own address and its hubs in the headers of an answer. WebSub, 4: a subscriber finds them there, whatever the form.</summary>
internal static class HubLinks
{
    public static void Add(HttpResponse response, string self, IReadOnlyList<string> hubs)
    {
        if (hubs.Count > 0)
            response.Headers.Append(
                "Link",
                string.Join(", ", [$"<{self}>; rel=\"self\"", .. hubs.Select(hub => $"<{hub}>; rel=\"hub\"")])
            );
    }
}
