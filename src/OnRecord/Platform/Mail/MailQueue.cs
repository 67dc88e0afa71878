using Microsoft.Extensions.Options;
using MimeKit;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.Mail;

/// <summary>Takes messages in; they leave once the transaction they were put in with has committed.</summary>
internal sealed class MailQueue(IOptions<MailOptions> options, TimeProvider clock)
{
    /// <param name="headers">Further ones, such as those of RFC 8058.</param>
    public OutgoingMail Put(
        OnRecordDb db,
        MailboxAddress to,
        string subject,
        string text,
        string? html = null,
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        var message = new MimeMessage { Subject = subject, Date = clock.GetUtcNow() };
        message.From.Add(MailboxAddress.Parse(options.Value.From));
        message.To.Add(to);
        foreach (var (name, value) in headers)
            message.Headers.Add(name, value);
        message.Body = new BodyBuilder { TextBody = text, HtmlBody = html }.ToMessageBody();
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        var mail = new OutgoingMail
        {
            Id = Guid.CreateVersion7(),
            Message = bytes.ToArray(),
            CreatedAt = clock.GetUtcNow(),
            DueAt = clock.GetUtcNow(),
        };
        db.OutgoingMail.Add(mail);
        return mail;
    }
}
