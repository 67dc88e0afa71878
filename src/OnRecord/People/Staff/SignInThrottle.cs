using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>Makes guessing slow. A try is written down before it is judged, so that many at once are counted too; success strikes the account's tries out.</summary>
internal sealed class SignInThrottle(OnRecordDb db, TimeProvider clock)
{
    private const int FreeTries = 5;
    private const int TriesOfNetwork = 20;
    private static readonly TimeSpan NetworkWindow = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>Writes a try down.</summary>
    /// <param name="email">Null for a passkey, which other people's wrong passwords do not hold up.</param>
    public async Task<SignInTry> Enter(string? email, HttpContext http)
    {
        var now = clock.GetUtcNow();
        var attempt = new SignInAttempt
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Account = email is null ? "" : Account(email),
            Network = NetworkOf(http.Connection.RemoteIpAddress),
        };
        DateTimeOffset? wait = null;
        await db.Transact(async () =>
        {
            await TakeTurns(attempt.Account);
            wait = await Wait(attempt);
            if (wait is not null)
                return;
            var gone = now - Memory;
            await db.Set<SignInAttempt>().Where(row => row.At < gone).ExecuteDeleteAsync();
            db.Add(attempt);
        });
        return new SignInTry(attempt, wait);
    }

    /// <summary>How long the account or the network has to wait after this try failed; null where it need not.</summary>
    public Task<DateTimeOffset?> After(SignInTry failed) => Wait(failed.Attempt);

    /// <summary>What was tried was right, so it was no guess. Within the caller's transaction.</summary>
    public Task Strike(SignInTry right) =>
        db.Set<SignInAttempt>().Where(row => row.Id == right.Attempt.Id).ExecuteDeleteAsync();

    /// <summary>Strikes all of an account's tries out, within the caller's transaction.</summary>
    public Task Forget(string email)
    {
        var account = Account(email);
        return db.Set<SignInAttempt>().Where(row => row.Account == account).ExecuteDeleteAsync();
    }

    private async Task<DateTimeOffset?> Wait(SignInAttempt attempt)
    {
        var wait = Latest(
            attempt.Account.Length == 0 ? null : await WaitOfAccount(attempt.Account),
            await WaitOfNetwork(attempt.Network, attempt.Account.Length == 0)
        );
        return wait > clock.GetUtcNow() ? wait : null;
    }

    private async Task<DateTimeOffset?> WaitOfAccount(string account)
    {
        var since = clock.GetUtcNow() - Memory;
        var tries = await db.Set<SignInAttempt>()
            .Where(row => row.Account == account && row.At > since)
            .OrderByDescending(row => row.At)
            .Select(row => row.At)
            .Take(FreeTries + 7)
            .ToListAsync();
        if (tries.Count < FreeTries)
            return null;
        var wait = TimeSpan.FromMinutes(Math.Pow(2, tries.Count - FreeTries));
        return tries[0] + (wait < LongestWait ? wait : LongestWait);
    }

    private async Task<DateTimeOffset?> WaitOfNetwork(string network, bool passkey)
    {
        var since = clock.GetUtcNow() - NetworkWindow;
        var ofKind = passkey
            ? db.Set<SignInAttempt>().Where(row => row.Account == "")
            : db.Set<SignInAttempt>().Where(row => row.Account != "");
        var tries = await ofKind
            .Where(row => row.Network == network && row.At > since)
            .OrderByDescending(row => row.At)
            .Select(row => row.At)
            .Take(TriesOfNetwork)
            .ToListAsync();
        return tries.Count < TriesOfNetwork ? null : tries[^1] + NetworkWindow;
    }

    // SQLite's writers take turns anyway; on PostgreSQL two tries at the same moment would not see one another.
    private async Task TakeTurns(string account)
    {
        if (db.Database.IsNpgsql())
        {
            var key = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"sign-in {account}")));
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})");
        }
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;

    private static string Account(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())));

    // Whoever has one IPv6 address has a network of them (RFC 6177).
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "this machine";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return bytes.Length == 4 ? plain.ToString() : Convert.ToHexStringLower(bytes.AsSpan(0, 8));
    }
}

/// <summary>A try at the door.</summary>
/// <param name="Wait">When to try again; null where this one may be judged now.</param>
internal sealed record SignInTry(SignInAttempt Attempt, DateTimeOffset? Wait);
