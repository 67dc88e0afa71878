namespace OnRecord.Tests.Imports;

/// <summary>Pages written for these tests.</summary>
internal static class TestPages
{
    public const string Text = """
        gtm

        Home
        Ferry returns to the Harrow crossing after nine days

        Water
        The ferry at its landing | Photo by M. Reyes

        By Ines Okafor and Tom Brandt

        March 3, 2026

        The Harrow ferry made its first crossing in nine days on Tuesday morning, with eleven people and a wardrobe aboard.

        “We were told two days, and then we were told nothing,” said Ada Lindqvist, who crosses every morning to the dairy.

        What broke

        A winch drum cracked in the frost, the county said. A new one came by road from the coast in the night.

        Read also: The bus that nobody ordered

        The county has not said what the drum cost. A spokesman declined to comment on Wednesday.

        Share this story

        Donate today

        Leave a Reply

        Your email address will not be published. Required fields are marked *

        I was on that ferry, and it was wonderful to be on the water again after all this time.

        Read more in our app
        """;

    /// <summary>A saved page with a story of four paragraphs.</summary>
    public static string Html(
        string canonical = "https://ledger.example/2026/03/ferry",
        string second = "A winch drum cracked in the frost, the county said in a note on the landing.",
        string extra = ""
    ) =>
        $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Ferry returns after nine days | The Ledger</title>
            <link rel="canonical" href="{{canonical}}">
            <meta property="og:title" content="Ferry returns after nine days">
            <meta name="description" content="A new drum came by road in the night.">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry returns after nine days","datePublished":"2026-03-03T08:30:00+01:00","author":[{"@type":"Person","name":"Ines Okafor"}],"articleSection":"Water"}</script>
            <script src="https://tracker.example/t.js"></script>
            </head><body>
            <nav><a href="/">Home</a> <a href="/water">Water</a> <a href="/schools">Schools</a></nav>
            <article><h1>Ferry returns after nine days</h1>
            <p>The Harrow ferry made its first crossing in nine days on Tuesday morning, with eleven people and a wardrobe aboard.</p>
            <p>{{second}}</p>{{extra}}
            <p>“We were told two days, and then we were told nothing,” said Ada Lindqvist, who crosses every morning to the dairy on the other bank.</p>
            <p>The county has not said what the drum cost, and a spokesman declined to comment when he was asked on Wednesday.</p>
            </article>
            <aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Another story</a></li><li><a href="/b">One more story</a></li></ul></aside>
            <div class="newsletter-signup"><p>Sign up for our Friday letter and never miss a thing.</p></div>
            <img src="https://pixel.example/p.gif" width="1" height="1">
            <noscript><img src="https://pixel.example/n.gif" width="1" height="1"></noscript>
            <footer><p>© 2026 The Ledger. All rights reserved.</p></footer>
            </body></html>
            """;

    /// <summary>A JPEG of one colour with the camera's position in it.</summary>
    public static byte[] Jpeg(int width, int height)
    {
        using var image = NetVips.Image.Black(width, height, 3) + new double[] { 60, 90, 110 };
        using var typed = image
            .Cast(NetVips.Enums.BandFormat.Uchar)
            .Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
        using var located = typed.Mutate(mutable =>
        {
            mutable.Set(
                NetVips.GValue.GStrType,
                "exif-ifd3-GPSLatitude",
                "50/1 27/1 0/1 (50, 27, 0, Rational, 3 components, 24 bytes)"
            );
            mutable.Set(
                NetVips.GValue.GStrType,
                "exif-ifd0-Artist",
                "A camera's owner (A camera's owner, ASCII, 17 components, 17 bytes)"
            );
        });
        return located.JpegsaveBuffer();
    }
}
