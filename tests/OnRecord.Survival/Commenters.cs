using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace OnRecord.Survival;

/// <summary>Readers who comment as fast as they are thanked.</summary>
internal sealed partial class Commenters(Uri root, string database) : IDisposable
{
    private const int Count = 32;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = root,
        Timeout = TimeSpan.FromSeconds(20),
    };
    private readonly ConcurrentDictionary<Guid, string> thanked = new();
    private string[] stories = [];
    private int number;

    public int Thanked => thanked.Count;

    /// <summary>Finds stories to comment on.</summary>
    public async Task Prepare()
    {
        stories = [.. Story().Matches(await http.GetStringAsync("/")).Select(match => match.Value).Distinct()];
        if (stories.Length == 0)
            throw new Lost("The front leads to no story.");
    }

    /// <summary>Comments until the server is gone.</summary>
    public Task Comment() => Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Work(int.MaxValue)));

    /// <summary>One comment after the other.</summary>
    public async Task Work(int comments)
    {
        try
        {
            for (var done = 0; done < comments; done++)
                await Send(Interlocked.Increment(ref number));
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            // The server was killed: nobody was thanked.
        }
    }

    /// <summary>Waits until somebody is thanked again, so that the kill falls into the middle of many.</summary>
    public async Task SomeThanked()
    {
        var (before, since) = (thanked.Count, Stopwatch.GetTimestamp());
        while (thanked.Count == before && Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(2))
            await Task.Delay(10);
    }

    /// <summary>Every comment whose writer was thanked is there with its words, and none is there twice.</summary>
    public async Task Audit()
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Text FROM ReaderComments WHERE Text LIKE 'Word of reader %'";
        var there = new Dictionary<Guid, string>();
        var words = new HashSet<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
            {
                there[Guid.Parse(reader.GetString(0))] = reader.GetString(1);
                if (!words.Add(reader.GetString(1)))
                    throw new Lost($"“{reader.GetString(1)}” is there twice.");
            }
        foreach (var (id, text) in thanked)
            if (!there.TryGetValue(id, out var kept) || kept != text)
                throw new Lost($"The writer of “{text}” was thanked, and it is not there.");
    }

    public void Dispose() => http.Dispose();

    private async Task Send(int comment)
    {
        var text = $"Word of reader {comment}, who was there and saw it all.";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{stories[comment % stories.Length]}/comments")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("text", text),
                KeyValuePair.Create("name", $"Reader {comment % 1000}"),
                KeyValuePair.Create("email", $"reader{comment % 1000}@post.example"),
            ]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        // As a proxy on this machine says it; one connection may not say so much.
        request.Headers.Add("X-Forwarded-For", $"10.{comment >> 16 & 255}.{comment >> 8 & 255}.{comment & 255}");
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            throw new Lost($"A comment was answered with {answer.StatusCode}.");
        thanked[IdOf(answer.Headers.Location!.ToString().Split('/')[^1])] = text;
    }

    // The token of the page that thanks holds the comment's id behind its first byte.
    private static Guid IdOf(string token) => new(Base64Url.DecodeFromChars(token).AsSpan(1, 16), bigEndian: true);

    [GeneratedRegex("/20[0-9]{2}/[0-9]{2}/[a-z0-9-]+")]
    private static partial Regex Story();
}
