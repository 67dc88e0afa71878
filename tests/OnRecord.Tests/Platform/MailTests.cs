using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MimeKit;
using OnRecord.Platform.Mail;

namespace OnRecord.Tests.Platform;

public class MailTests
{
    [Fact]
    public async Task Without_a_mail_server_a_message_becomes_a_file()
    {
        await using var app = await OnRecordApp.Start();
        await Put(app);
        await Send(app);
        var file = Directory.GetFiles(Path.Combine(app.Folder, "data", "outgoing-mail"), "*.eml").Single();
        var message = await MimeMessage.LoadAsync(file);
        message.Subject.ShouldBe("Дамба");
        message.To.ToString().ShouldContain("ada@example.org");
        (await Waiting(app)).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_server_gets_each_message_once()
    {
        await using var server = new SmtpStandIn();
        await using var app = await OnRecordApp.Start(
            null,
            null,
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", $"{server.Port}"),
            ("Mail:From", "The Ledger <news@example.org>")
        );
        await Put(app);
        await Send(app);
        await Send(app);
        server.Messages.Count.ShouldBe(1);
        server.Messages.Single().ShouldContain("From: The Ledger <news@example.org>");
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_later()
    {
        var carrier = new Refusing(new MailRefusal("away", ForGood: false));
        await using var app = await OnRecordApp.Start(change: services =>
            services.Replace(ServiceDescriptor.Singleton<IMailCarrier>(carrier))
        );
        await Put(app);
        await Send(app);
        await Send(app);
        carrier.Tries.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Send(app);
        carrier.Tries.ShouldBe(2);
        (await Waiting(app)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_refused_for_good_is_not_tried_again()
    {
        var carrier = new Refusing(new MailRefusal("550 no such user", ForGood: true));
        await using var app = await OnRecordApp.Start(change: services =>
            services.Replace(ServiceDescriptor.Singleton<IMailCarrier>(carrier))
        );
        await Put(app);
        await Send(app);
        app.Clock.Advance(TimeSpan.FromDays(30));
        await Send(app);
        carrier.Tries.ShouldBe(1);
        (await app.InDatabase(db => db.Set<OutgoingMail>().SingleAsync())).Failure.ShouldBe("550 no such user");
    }

    [Fact]
    public async Task A_claim_whose_worker_died_runs_out()
    {
        var carrier = new Dying();
        await using var app = await OnRecordApp.Start(change: services =>
            services.Replace(ServiceDescriptor.Singleton<IMailCarrier>(carrier))
        );
        await Put(app);
        await Should.ThrowAsync<InvalidOperationException>(() => Send(app));
        await Send(app);
        carrier.Tries.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await Send(app);
        carrier.Tries.ShouldBe(2);
        (await Waiting(app)).ShouldBe(0);
    }

    [Fact]
    public void A_sender_that_is_no_address_is_refused_at_start() =>
        new MailOptions { From = "not an address @" }
            .Faults()
            .Single()
            .ShouldContain("Write it like");

    private static Task Put(OnRecordApp app) =>
        app.InDatabase(async db =>
        {
            await db.Transact(() =>
            {
                app.Services.GetRequiredService<MailQueue>()
                    .Put(db, MailboxAddress.Parse("Ada <ada@example.org>"), "Дамба", "Текст");
                return Task.CompletedTask;
            });
            return 0;
        });

    private static async Task Send(OnRecordApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().SendDue(CancellationToken.None);
    }

    private static Task<int> Waiting(OnRecordApp app) =>
        app.InDatabase(db => db.Set<OutgoingMail>().CountAsync(mail => mail.DueAt != null));

    private sealed class Refusing(MailRefusal refusal) : IMailCarrier
    {
        public int Tries { get; private set; }

        public Task<MailRefusal?> Carry(OutgoingMail mail, CancellationToken stop)
        {
            Tries++;
            return Task.FromResult<MailRefusal?>(refusal);
        }
    }

    private sealed class Dying : IMailCarrier
    {
        public int Tries { get; private set; }

        public Task<MailRefusal?> Carry(OutgoingMail mail, CancellationToken stop) =>
            ++Tries == 1 ? throw new InvalidOperationException("killed") : Task.FromResult<MailRefusal?>(null);
    }
}
