using System.Text.Json;
using Microsoft.Playwright;

namespace OnRecord.Journeys;

public class WeightJourney(Newsstand stand, ITestOutputHelper output)
{
    private const int Latin = 64 * 1024;
    private const int Cyrillic = 96 * 1024;
    private const int Document = 12 * 1024;
    private const int Scripts = 5 * 1024;

    [Theory]
    [InlineData("01-county-says-the-dam-will-hold", Latin)]
    [InlineData("10-four-in-the-morning-on-mill-street", Latin)]
    [InlineData("07-what-the-minutes-leave-out", Latin)]
    [InlineData("04-khto-lahodyt-dorohy", Cyrillic)]
    [InlineData("23-dyplom-u-shukhliadi", Cyrillic)]
    public async Task A_story_is_light_on_the_wire(string file, int limit)
    {
        await using var reader = await stand.Reader();
        var received = await Received(reader, await stand.Ledger.PathOf(file));
        output.WriteLine(
            $"{file}: {string.Join(", ", received.Select(kind => $"{kind.Key} {kind.Value / 1024.0:0.0} KB"))}"
        );
        received.Where(kind => kind.Key != "Image").Sum(kind => kind.Value).ShouldBeLessThanOrEqualTo(limit);
        received["Document"].ShouldBeLessThanOrEqualTo(Document);
        received.GetValueOrDefault("Script").ShouldBeLessThanOrEqualTo(Scripts);
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_arrive_as_Brotli()
    {
        await using var reader = await stand.Reader();
        var answer = await reader.Open("/");
        (await answer.HeaderValueAsync("content-encoding")).ShouldBe("br");
    }

    // Bytes over the wire with their headers, by kind, as Chromium's network counted them.
    private static async Task<Dictionary<string, long>> Received(Reader reader, string path)
    {
        var (kinds, bytes) = (new Dictionary<string, string>(), new Dictionary<string, long>());
        var network = await reader.Context.NewCDPSessionAsync(reader.Page);
        await network.SendAsync("Network.enable");
        network.Event("Network.responseReceived").OnEvent += (_, told) =>
            kinds[Request(told!.Value)] = told.Value.GetProperty("type").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var kind = kinds[Request(told!.Value)];
            bytes[kind] = bytes.GetValueOrDefault(kind) + (long)told.Value.GetProperty("encodedDataLength").GetDouble();
        };
        await reader.OpenWhole(path);
        return bytes;
    }

    private static string Request(JsonElement told) => told.GetProperty("requestId").GetString()!;
}
