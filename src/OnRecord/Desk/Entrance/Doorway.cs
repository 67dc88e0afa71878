using System.Resources;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Entrance;

/// <summary>Makes what the pages before the desk have in common.</summary>
internal sealed class Doorway(Room room, Passkeys passkeys, PublicAddress address)
{
    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Entrance.EntranceWords",
        typeof(Doorway).Assembly
    );

    /// <param name="title">A key of EntranceWords.</param>
    public async Task<(EntranceView View, Newsroom Newsroom)> Around(HttpContext http, string title)
    {
        var (around, newsroom) = await room.Around(http, "", "passkeys.js");
        var words = Room.Words(Strings, around);
        return (
            new EntranceView
            {
                Around = around with { Title = words[title] },
                Words = words,
                Access = Access.Words(words.Language),
                PasskeysFit = string.Equals(
                    http.Request.Host.Host,
                    passkeys.Domain,
                    StringComparison.OrdinalIgnoreCase
                ),
                DeskAddress = PasskeyAddress(http),
            },
            newsroom
        );
    }

    /// <summary>How long to wait, as a sentence.</summary>
    public static string WaitSentence(Words words, DateTimeOffset until, DateTimeOffset now) =>
        words.Count("Wait", Math.Max(1, (int)Math.Ceiling((until - now).TotalMinutes)));

    /// <returns>A place at the desk to go to after the door; never one elsewhere.</returns>
    public static string Destination(string? to) =>
        to is not null
        && (
            to == "/desk"
            || to.StartsWith("/desk/", StringComparison.Ordinal)
            || to.StartsWith("/desk?", StringComparison.Ordinal)
        )
        && to.Length < 1000
        && !to.Contains('\\', StringComparison.Ordinal)
        && !to.Contains("..", StringComparison.Ordinal)
        && !to.Any(char.IsControl)
        && !to.StartsWith(StaffDoor.SignInPath, StringComparison.Ordinal)
            ? to
            : "/desk";

    // On the machine itself the desk may be open under 127.0.0.1, a name that no passkey can have.
    private string PasskeyAddress(HttpContext http) =>
        passkeys.Domain == "localhost" && http.Request.Host.Port is { } port
            ? $"http://localhost:{port}{http.Request.Path}"
            : address.Of(http.Request.Path);
}

/// <summary>What the pages before the desk have in common.</summary>
public sealed record EntranceView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }

    /// <summary>The words of the door itself.</summary>
    public required Words Access { get; init; }

    /// <summary>Whether the desk is open under the name that passkeys are made for.</summary>
    public required bool PasskeysFit { get; init; }

    /// <summary>Where they would fit.</summary>
    public required string DeskAddress { get; init; }
}
