namespace OnRecord.Journeys;

/// <summary>A passkey device that Chromium plays.</summary>
internal static class VirtualAuthenticator
{
    public static async Task Give(Reader reader)
    {
        var devtools = await reader.Context.NewCDPSessionAsync(reader.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
