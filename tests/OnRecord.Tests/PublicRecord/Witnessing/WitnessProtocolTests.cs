using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.PublicRecord.Witnessing;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.PublicRecord.Witnessing;

/// <summary>OnRecord as a witness, case by case as C2SP tlog-witness has them.</summary>
public class WitnessProtocolTests
{
    [Fact]
    public async Task A_newsroom_that_witnesses_nobody_knows_no_log()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 3);
        (await app.AddCheckpoint(log.Request(0, 3))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Http.GetAsync("/witness/key")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_continues_the_log_is_cosigned_with_the_witness_key_and_the_time()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 5);
        app.Witnesses(log);
        var key = VerifierKey.Parse((await app.Page("/witness/key")).Trim());
        (key.Name, key.Kind).ShouldBe(("news.example.org/witness", SignatureKind.Cosignature));
        foreach (var (old, size) in new[] { (0, 3), (3, 5), (5, 5) })
        {
            var (status, type, body) = await app.AddCheckpoint(log.Request(old, size));
            status.ShouldBe(HttpStatusCode.OK, body);
            body.ShouldStartWith("— news.example.org/witness ");
            Cosignature
                .At(NoteSignature.Parse(body.TrimEnd('\n')), key, log.Note(size).Text)
                .ShouldBe(app.Clock.GetUtcNow());
        }
        var latest = await app.Page($"/witness/{WitnessedLog.HashOf(log.Origin)}/checkpoint");
        SignedNote.Parse(Encoding.UTF8.GetBytes(latest)).Verify(log.Key.Verifier, key).Count.ShouldBe(2);
        (await app.Http.GetAsync($"/witness/{new string('0', 64)}/checkpoint")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task An_unknown_log_is_not_found_and_an_unknown_key_is_forbidden()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 3);
        using var impostor = new OtherLog(entries: 3);
        using var stranger = new OtherLog("stranger.example/record", 3);
        app.Witnesses(log);
        (await app.AddCheckpoint(stranger.Request(0, 3))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.AddCheckpoint(impostor.Request(0, 3))).Status.ShouldBe(HttpStatusCode.Forbidden);
        // An unknown key's signature beside a known one's counts for nothing.
        var both = log.Note(3).With(impostor.Key.Sign(log.Note(3).Text));
        (await app.AddCheckpoint(log.Request(0, 3, note: both))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_signature_of_a_known_key_that_does_not_verify_spoils_the_note()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 3);
        app.Witnesses(log);
        var forged = log.Key.Sign("something else\n");
        (await app.AddCheckpoint(log.Request(0, 3, note: log.Note(3) with { Signatures = [forged] }))).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await app.AddCheckpoint(log.Request(0, 3, note: log.Note(3).With(forged)))).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task An_old_size_beyond_the_checkpoint_and_what_is_no_request_are_bad()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 3);
        app.Witnesses(log);
        (await app.AddCheckpoint(log.Request(4, 3))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var hash = Convert.ToBase64String(new byte[32]);
        foreach (
            var body in new[]
            {
                "",
                "old 3",
                $"old 03\n\n{log.Note(3)}",
                $"old -1\n\n{log.Note(3)}",
                $"new 3\n\n{log.Note(3)}",
                $"old 1\nnot a hash\n\n{log.Note(3)}",
                $"old 1\n{string.Concat(Enumerable.Repeat($"{hash}\n", 64))}\n{log.Note(3)}",
                "old 0\n\nother.example/record\n3\n\n",
            }
        )
            (await app.AddCheckpoint(body)).Status.ShouldBe(HttpStatusCode.BadRequest, body);
        (await app.AddCheckpoint(new string('x', 100_000))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await app.Http.GetAsync("/witness/add-checkpoint")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task An_old_size_that_is_not_the_latest_is_answered_with_the_latest()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 9);
        app.Witnesses(log);
        (await app.AddCheckpoint(log.Request(2, 5))).ShouldBe((HttpStatusCode.Conflict, "text/x.tlog.size", "0\n"));
        await app.AddCheckpoint(log.Request(0, 5));
        foreach (var old in new[] { 0, 3, 6 })
            (await app.AddCheckpoint(log.Request(old, 9))).ShouldBe(
                (HttpStatusCode.Conflict, "text/x.tlog.size", "5\n")
            );
        // Smaller than what was seen: rolled back.
        (await app.AddCheckpoint(log.Request(0, 3))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_proof_that_leads_nowhere_is_not_cosigned()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 9);
        app.Witnesses(log);
        var hash = TreeHash.OfLeaf("x"u8);
        (await app.AddCheckpoint(log.Request(0, 5, proof: [hash]))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await app.AddCheckpoint(log.Request(0, 5));
        (await app.AddCheckpoint(log.Request(5, 9, proof: [hash]))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.AddCheckpoint(log.Request(5, 9, proof: []))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var other = SignedNote.Sign(new Checkpoint(log.Origin, 5, hash).Text, log.Key);
        (await app.AddCheckpoint(log.Request(5, 5, note: other))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.AddCheckpoint(log.Request(5, 9))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_empty_log_has_the_root_of_one()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 1);
        app.Witnesses(log);
        var wrong = SignedNote.Sign($"{log.Origin}\n0\n{TreeHash.OfLeaf("x"u8)}\n", log.Key);
        (await app.AddCheckpoint(log.Request(0, 0, note: wrong))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.AddCheckpoint(log.Request(0, 0))).Status.ShouldBe(HttpStatusCode.OK);
        (await app.AddCheckpoint(log.Request(0, 1))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_twenty_at_once_one_goes_on_and_the_others_are_told_the_size()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 40);
        app.Witnesses(log);
        await app.AddCheckpoint(log.Request(0, 10));
        var answers = await Task.WhenAll(
            Enumerable.Range(1, 20).Select(more => Task.Run(() => app.AddCheckpoint(log.Request(10, 10 + more))))
        );
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(19);
        var sizes = answers.Where(answer => answer.Status == HttpStatusCode.Conflict).Select(answer => answer.Body);
        var kept = await app.InDatabase(db => db.Set<WitnessedLog>().SingleAsync());
        sizes.Distinct().ShouldBe([$"{kept.Size}\n"]);
    }

    [Fact]
    public async Task An_older_database_does_not_undo_what_was_cosigned()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 5);
        app.Witnesses(log);
        await app.AddCheckpoint(log.Request(0, 5));
        await app.InDatabase(db => db.Set<WitnessedLog>().ExecuteDeleteAsync());
        (await app.AddCheckpoint(log.Request(0, 3))).ShouldBe((HttpStatusCode.Conflict, "text/x.tlog.size", "5\n"));
        (await app.AddCheckpoint(log.Request(5, 5))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_node_that_was_cut_off_before_it_kept_it_beside_the_key_believes_the_database()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 5);
        app.Witnesses(log);
        await app.AddCheckpoint(log.Request(0, 3));
        var file = Path.Combine(app.Keys, "witnessed", $"{WitnessedLog.HashOf(log.Origin)}.signed");
        var before = await File.ReadAllBytesAsync(file);
        await app.AddCheckpoint(log.Request(3, 5));
        await File.WriteAllBytesAsync(file, before);
        (await app.AddCheckpoint(log.Request(3, 4))).ShouldBe((HttpStatusCode.Conflict, "text/x.tlog.size", "5\n"));
    }

    [Fact]
    public async Task Two_states_that_differ_sign_nothing_more()
    {
        await using var app = await OnRecordApp.Start();
        using var log = new OtherLog(entries: 5);
        app.Witnesses(log);
        await app.AddCheckpoint(log.Request(0, 3));
        await app.InDatabase(db =>
            db.Set<WitnessedLog>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Root, new byte[32]))
        );
        (await app.AddCheckpoint(log.Request(3, 5))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}

internal static class WitnessErrands
{
    extension(OnRecordApp app)
    {
        public string Keys => Path.Combine(app.Folder, "data-keys");

        public void Witnesses(params OtherLog[] logs) =>
            app.Policy("witnessed.policy", [.. logs.Select(log => $"log {log.Key.Verifier}"), "quorum none"]);

        public void Policy(string name, params string[] lines)
        {
            Directory.CreateDirectory(app.Keys);
            File.WriteAllText(Path.Combine(app.Keys, name), string.Join('\n', lines) + "\n");
        }

        public async Task<(HttpStatusCode Status, string? Type, string Body)> AddCheckpoint(string body)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            var answer = await app.Http.PostAsync("/witness/add-checkpoint", content);
            return (
                answer.StatusCode,
                answer.Content.Headers.ContentType?.ToString(),
                await answer.Content.ReadAsStringAsync()
            );
        }
    }
}
