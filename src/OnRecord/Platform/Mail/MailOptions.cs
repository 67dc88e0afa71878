using MailKit.Security;
using MimeKit;

namespace OnRecord.Platform.Mail;

/// <summary>How mail leaves the newsroom. Without a host it is kept as files in the data folder.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary><c>Auto</c>, <c>None</c>, <c>SslOnConnect</c>, <c>StartTls</c> or <c>StartTlsWhenAvailable</c>.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender, such as <c>The Lowland Ledger &lt;news@example.org&gt;</c>.</summary>
    public string From { get; set; } = "OnRecord <newsroom@localhost>";

    internal IEnumerable<string> Faults()
    {
        if (!MailboxAddress.TryParse(From, out _))
            yield return $"Mail:From is {From}, which is not an address. Write it like The Ledger <news@example.org>.";
        if (Port is < 1 or > 65535)
            yield return "Mail:Port is a number from 1 to 65535; 587 is usual.";
        if (User is not null && Password is null)
            yield return "Mail:User is set and Mail:Password is not. Set both, or neither.";
    }
}
