using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OnRecord.Journeys;

/// <summary>Waits until a page is somewhere. Playwright's own wait looks once and then listens; what happens between the two it misses.</summary>
internal static class Arriving
{
    private const float Patience = 30_000;

    extension(IPage page)
    {
        /// <param name="glob"><c>*</c> stands for anything but a slash, <c>**</c> for anything.</param>
        public Task Arrives(string glob) =>
            page.Arrives(
                new Regex(
                    $"^{Regex.Escape(glob).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$"
                )
            );

        public async Task Arrives(Regex address)
        {
            await Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = Patience });
            // Asked anew each time: a function that Playwright leaves in the page waits for frames, and those call no script where script is off.
            var waited = Stopwatch.StartNew();
            while (await page.EvaluateAsync<string>("document.readyState") != "complete")
            {
                if (waited.Elapsed.TotalMilliseconds > Patience)
                    throw new TimeoutException($"{page.Url} was not complete within {Patience / 1000} seconds.");
                await Task.Delay(20);
            }
        }
    }
}
