using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.PublicRecord.Witnessing;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.PublicRecord.Witnessing;

/// <summary>OnRecord asks witnesses; the witness is another OnRecord.</summary>
public class AskedWitnessTests
{
    [Fact]
    public async Task Two_newsrooms_witness_each_other()
    {
        var (toFirst, toSecond) = (new Line(), new Line());
        await using var first = await Newsroom(toSecond, "first.example/record");
        await using var second = await Newsroom(toFirst, "second.example/record");
        (toFirst.To, toSecond.To) = (Handler(first), Handler(second));
        foreach (var (ours, theirs) in new[] { (first, second), (second, first) })
        {
            await ours.Published("The ferry is back");
            theirs.Policy("witnessed.policy", $"log {(await ours.Checkpoint()).Key}", "quorum none");
        }
        foreach (var (ours, theirs) in new[] { (first, second), (second, first) })
        {
            var witness = (await theirs.Page("/witness/key")).Trim();
            ours.Policy(
                "witnesses.policy",
                $"witness friends {witness} https://news.example.org/witness",
                "quorum friends"
            );
            var story = await ours.Published("The school opens");
            await ours.Ask();
            ours.Clock.Advance(TimeSpan.FromSeconds(2));
            var note = SignedNote.Parse(Encoding.UTF8.GetBytes(await ours.Page("/record/checkpoint")));
            note.Verify((await ours.Checkpoint()).Key, VerifierKey.Parse(witness)).Count.ShouldBe(2);
            WitnessPolicy
                .Parse(File.ReadAllBytes(Path.Combine(ours.Keys, "witnesses.policy")))
                .IsMetBy(note)
                .ShouldBeTrue();
            var proof = LogProof.Parse(Encoding.UTF8.GetBytes(await ours.Page($"/record/proof/{story}/1.tlog-proof")));
            proof.Note.Signatures.Count.ShouldBe(2);
            // A later one is served at once, with what there is.
            await ours.Published("The bridge is shut");
            ours.Clock.Advance(TimeSpan.FromSeconds(2));
            (await ours.Checkpoint()).Checkpoint.Size.ShouldBe(3);
            await ours.Ask();
            var seen = await ours.InDatabase(db =>
                RecordWitnesses.Of(db, ours.Services.GetRequiredService<WitnessPolicies>())
            );
            seen.ShouldHaveSingleItem().Size.ShouldBe(3);
        }
    }

    [Fact]
    public async Task A_witness_that_saw_more_than_is_remembered_is_asked_again_from_there()
    {
        var line = new Line();
        await using var app = await Newsroom(line, "first.example/record");
        await using var witness = await OnRecordApp.Start();
        line.To = Handler(witness);
        await app.Published("The ferry is back");
        await app.IsWitnessedBy(witness);
        await app.Ask();
        await app.Published("The school opens");
        await app.InDatabase(db => db.Set<AskedWitness>().ExecuteDeleteAsync());
        line.Calls = 0;
        await app.Ask();
        line.Calls.ShouldBe(2);
        (await app.InDatabase(db => db.Set<AskedWitness>().SingleAsync())).Size.ShouldBe(2);
        await app.Ask();
        line.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_witness_that_is_away_is_asked_again_after_a_pause_that_grows()
    {
        var line = new Line();
        await using var app = await Newsroom(line, "first.example/record");
        await using var witness = await OnRecordApp.Start();
        line.To = Handler(witness);
        await app.Published("The ferry is back");
        await app.IsWitnessedBy(witness);
        line.To = null;
        foreach (var (pause, calls) in new[] { (0, 1), (4, 1), (2, 2), (6, 2), (5, 3) })
        {
            app.Clock.Advance(TimeSpan.FromSeconds(pause));
            await app.Ask();
            line.Calls.ShouldBe(calls);
        }
        var row = await app.InDatabase(db => db.Set<AskedWitness>().SingleAsync());
        (row.Fault, row.Failures).ShouldBe((AskFault.Unreachable, 3));
        (await app.Checkpoint()).Checkpoint.Size.ShouldBe(1);
        line.To = Handler(witness);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Ask();
        (await app.InDatabase(db => db.Set<AskedWitness>().SingleAsync())).Fault.ShouldBe(AskFault.None);
    }

    [Theory]
    [InlineData(404, "no\n", "Unknown")]
    [InlineData(403, "no\n", "Refused")]
    [InlineData(302, "", "Refused")]
    [InlineData(200, "— who.example/w1 AAAAAAAA\nnonsense\n", "Unsigned")]
    [InlineData(200, "", "Unsigned")]
    [InlineData(409, "many\n", "Refused")]
    public async Task An_answer_that_is_no_cosignature_is_named_for_what_it_is(int status, string body, string fault)
    {
        var line = new Line { Answer = (status, body) };
        await using var app = await Newsroom(line, "first.example/record");
        await app.Published("The ferry is back");
        using var key = SigningKey.Create("who.example/witness", SignatureKind.Cosignature);
        app.Policy("witnesses.policy", $"witness who {key.Verifier} https://who.example", "quorum who");
        await app.Ask();
        var row = await app.InDatabase(db => db.Set<AskedWitness>().SingleAsync());
        $"{row.Fault}".ShouldBe(fault);
        row.At.ShouldBeNull();
        line.Address.ShouldBe("https://who.example/add-checkpoint");
    }

    [Fact]
    public async Task A_cosignature_of_another_day_is_not_taken()
    {
        using var key = SigningKey.Create("who.example/witness", SignatureKind.Cosignature);
        var line = new Line();
        await using var app = await Newsroom(line, "first.example/record");
        await app.Published("The ferry is back");
        app.Policy("witnesses.policy", $"witness who {key.Verifier} https://who.example", "quorum who");
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(await app.Page("/record/checkpoint")));
        line.Answer = (200, $"{key.Cosign(note.Text, app.Clock.GetUtcNow().AddDays(-1))}");
        await app.Ask();
        (await app.InDatabase(db => db.Set<AskedWitness>().SingleAsync())).Fault.ShouldBe(AskFault.WrongTime);
    }

    [Theory]
    [InlineData(409, "77\n", "SawLarger")]
    [InlineData(422, "no\n", "SawAnother")]
    public async Task A_witness_that_saw_another_record_is_told_to_the_owners_once(
        int status,
        string body,
        string fault
    )
    {
        var line = new Line { Answer = (status, body) };
        await using var app = await Newsroom(line, "first.example/record");
        using var owner = await app.Colleague(Roles.Owner);
        using var editor = await app.Colleague(Roles.Editor);
        await app.Published("The ferry is back");
        using var key = SigningKey.Create("who.example/witness", SignatureKind.Cosignature);
        app.Policy("witnesses.policy", $"witness who {key.Verifier} https://who.example", "quorum who");
        await app.Ask();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Ask();
        line.Calls.ShouldBe(2);
        $"{(await app.InDatabase(db => db.Set<AskedWitness>().SingleAsync())).Fault}".ShouldBe(fault);
        var notice = (await app.InDatabase(db => db.Set<Notice>().ToListAsync())).ShouldHaveSingleItem();
        (notice.StaffId, notice.Kind, notice.About).ShouldBe(
            (owner.Id, NoticeKind.RecordContradicted, "who.example/witness")
        );
        (await owner.Page("/desk/record")).ShouldContain("Stop publishing and find out which");
        (await owner.Page("/desk/notices")).ShouldContain("The witness “who.example/witness” has seen another");
    }

    private static Task<OnRecordApp> Newsroom(Line line, string origin) =>
        OnRecordApp.Start(
            change: services => services.Replace(ServiceDescriptor.Singleton(new WitnessLine(line))),
            settings: ("Record:Origin", origin)
        );

    private static HttpMessageHandler Handler(OnRecordApp app) =>
        ((TestServer)app.Services.GetRequiredService<IServer>()).CreateHandler();

    /// <summary>The wire to a witness; without one at its end nobody answers.</summary>
    private sealed class Line : HttpMessageHandler
    {
        public HttpMessageHandler? To { get; set; }

        public (int Status, string Body)? Answer { get; set; }

        public int Calls { get; set; }

        public string? Address { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Calls++;
            Address = request.RequestUri!.AbsoluteUri;
            if (Answer is var (status, body))
                return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
            if (To is null)
                throw new HttpRequestException("Nobody is at home.");
            using var invoker = new HttpMessageInvoker(To, disposeHandler: false);
            return await invoker.SendAsync(request, cancellationToken);
        }
    }
}

internal static class AskErrands
{
    extension(OnRecordApp app)
    {
        public Task Ask() => app.Services.GetRequiredService<AskWitnesses>().AskAll(CancellationToken.None);

        public async Task IsWitnessedBy(OnRecordApp witness)
        {
            witness.Policy("witnessed.policy", $"log {(await app.Checkpoint()).Key}", "quorum none");
            app.Policy(
                "witnesses.policy",
                $"witness friends {(await witness.Page("/witness/key")).Trim()} https://news.example.org/witness",
                "quorum friends"
            );
        }
    }
}
