using System.Net;
using System.Net.Http.Headers;

namespace OnRecord.Tests;

/// <summary>Other people's servers: answers the addresses it was given, 404 to all else.</summary>
internal sealed class Remote(params (string Address, string Type, byte[] Bytes)[] files) : HttpMessageHandler
{
    /// <summary>Whether the servers have been switched off.</summary>
    public bool Gone { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var found = files.FirstOrDefault(file => !Gone && file.Address == request.RequestUri!.AbsoluteUri);
        var answer = new HttpResponseMessage(found.Bytes is null ? HttpStatusCode.NotFound : HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(found.Bytes ?? []),
        };
        if (found.Type is not null)
            answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(found.Type);
        return Task.FromResult(answer);
    }
}
