using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using OnRecord.Platform.Files;

namespace OnRecord.Platform.Mail;

/// <summary>Takes a message out of the house.</summary>
internal interface IMailCarrier
{
    /// <returns>Null once it was taken; otherwise why not, and whether trying again is pointless.</returns>
    Task<MailRefusal?> Carry(OutgoingMail mail, CancellationToken stop);
}

internal sealed record MailRefusal(string Reason, bool ForGood);

/// <summary>Hands messages to an SMTP server.</summary>
internal sealed class SmtpCarrier(IOptions<MailOptions> options) : IMailCarrier
{
    public async Task<MailRefusal?> Carry(OutgoingMail mail, CancellationToken stop)
    {
        var settings = options.Value;
        using var client = new SmtpClient { Timeout = 30_000 };
        try
        {
            using var bytes = new MemoryStream(mail.Message);
            using var message = await MimeMessage.LoadAsync(bytes, stop);
            await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, stop);
            if (settings.User is not null)
                await client.AuthenticateAsync(settings.User, settings.Password!, stop);
            await client.SendAsync(message, stop);
        }
        catch (SmtpCommandException refusal)
        {
            // RFC 5321, 4.2.1: 5yz says that the same message will be refused again.
            return new MailRefusal(refusal.Message, (int)refusal.StatusCode >= 500);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new MailRefusal($"{settings.Host} did not take it: {failure.Message}", ForGood: false);
        }
        await Quit(client, stop);
        return null;
    }

    // The message is taken; a farewell that fails must not have it sent again.
    private static async Task Quit(SmtpClient client, CancellationToken stop)
    {
        try
        {
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or SmtpProtocolException
                        or SmtpCommandException
                        or System.Net.Sockets.SocketException
            ) { }
    }
}

/// <summary>Keeps messages as files, for a newsroom that has no mail server yet.</summary>
internal sealed class FolderCarrier(DataFolder data) : IMailCarrier
{
    public async Task<MailRefusal?> Carry(OutgoingMail mail, CancellationToken stop)
    {
        try
        {
            await DurableFile.Write(Path.Combine(data.OutgoingMail, $"{mail.Id}.eml"), mail.Message, stop);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new MailRefusal($"It could not be kept in {data.OutgoingMail}: {failure.Message}", ForGood: false);
        }
    }
}
