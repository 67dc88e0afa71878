using System.Text;

namespace OnRecord.TransparencyLog.Tests;

public sealed class AuditTests : IDisposable
{
    private readonly SigningKey key = SigningKey.Create("news.example.org/record");

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    [InlineData(65536)]
    [InlineData(66000)]
    public async Task A_log_that_is_whole_holds_and_gives_every_entry_in_its_order(int size)
    {
        var (log, next) = (ServedLog.Of(size, key), 0);
        var found = await log.Audit(each: entry =>
            {
                var bytes = ServedLog.Entry(next);
                return
                    entry.Index == next++
                    && entry.Bytes.Span.SequenceEqual(bytes)
                    && entry.Hash == TreeHash.OfLeaf(bytes)
                    ? null
                    : "It is another entry.";
            })
            .Run(log.Checkpoint);
        found.Fault.ShouldBeNull();
        found.Checkpoint!.Size.ShouldBe(size);
        $"{found.Note}".ShouldBe(Encoding.UTF8.GetString(log.Checkpoint));
        next.ShouldBe(size);
        // Every tile of every level is looked at, and none twice.
        log.Asked.Order(StringComparer.Ordinal).ShouldBe(log.Served.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_log_that_grew_continues_what_was_seen()
    {
        foreach (var earlier in new[] { 0, 1, 3, 256, 300, 699, 700 })
        {
            var seen = Seen(ServedLog.Of(earlier, key));
            var log = ServedLog.Of(700, key);
            (await log.Audit(seen).Run(log.Checkpoint)).Holds.ShouldBeTrue($"{earlier}");
        }
    }

    [Fact]
    public async Task A_malformed_checkpoint_is_refused()
    {
        var log = ServedLog.Of(5, key);
        log.Checkpoint = log.Checkpoint[..^1];
        (await log.Fault()).ShouldBe(
            new LogFault(
                LogFaultKind.Malformed,
                "The note has no signatures: a text, an empty line and signature lines are expected."
            )
            {
                Place = "checkpoint",
            }
        );
        log.Checkpoint = [0xff];
        (await log.Fault()).Sentence.ShouldBe("The note is not UTF-8.");
        log.Checkpoint = "news\t\n\n— a AAAAAAA=\n"u8.ToArray();
        (await log.Fault()).Sentence.ShouldBe("The note has a control character in it other than line feed.");
        log.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forged_checkpoint_is_refused()
    {
        var log = ServedLog.Of(5, key);
        using (var forger = SigningKey.Create(key.Verifier.Name))
            log.Checkpoint = ServedLog.Of(5, forger).Checkpoint;
        var fault = await log.Fault();
        (fault.Kind, fault.Place).ShouldBe((LogFaultKind.Forged, "checkpoint"));
        fault.Sentence.ShouldBe(
            $"The checkpoint is not signed by the key {key.Verifier.Id:x8} of news.example.org/record, but by another under that name."
        );
        using (var stranger = SigningKey.Create("elsewhere.example.org"))
            log.Checkpoint = ServedLog.Of(5, stranger).Checkpoint;
        (await log.Fault()).Sentence.ShouldBe("The checkpoint is not signed by news.example.org/record.");
        log.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_checkpoint_whose_text_was_altered_is_refused()
    {
        var log = ServedLog.Of(5, key);
        log.Checkpoint = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(log.Checkpoint).Replace("\n5\n", "\n6\n", StringComparison.Ordinal)
        );
        var fault = await log.Fault();
        fault.Kind.ShouldBe(LogFaultKind.Forged);
        fault.Sentence.ShouldBe("The signature of news.example.org/record does not verify: the note was altered.");
    }

    [Fact]
    public async Task A_checkpoint_of_another_origin_is_refused_unless_that_is_the_logs()
    {
        var log = ServedLog.Of(0, key);
        log.Checkpoint = Encoding.UTF8.GetBytes(
            $"{SignedNote.Sign(new Checkpoint("a tree of its own", 0, TreeHash.Empty).Text, key)}"
        );
        var fault = await log.Fault();
        fault.Kind.ShouldBe(LogFaultKind.AnotherLog);
        fault.Sentence.ShouldBe("The checkpoint is of a tree of its own, not of news.example.org/record.");
        var named = new LogAudit(log.Key, log.Fetch) { Origin = "a tree of its own" };
        (await named.Run(log.Checkpoint)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_shortened_log_is_refused()
    {
        var fault = await ServedLog.Of(300, key).Fault(Seen(ServedLog.Of(301, key)));
        (fault.Kind, fault.Place, fault.Entry).ShouldBe((LogFaultKind.Shortened, "checkpoint", 300));
        fault.Sentence.ShouldBe("The log was shortened: it had 301 entries when it was last seen and has 300 now.");
        (await ServedLog.Of(0, key).Fault(Seen(ServedLog.Of(1, key)))).Sentence.ShouldBe(
            "The log was shortened: it had 1 entry when it was last seen and has 0 now."
        );
    }

    [Fact]
    public async Task A_log_with_another_root_at_the_same_size_is_refused()
    {
        var log = ServedLog.Of(300, key, at => ServedLog.Entry(at == 7 ? -7 : at));
        var fault = await log.Fault(Seen(ServedLog.Of(300, key)));
        fault.Kind.ShouldBe(LogFaultKind.Rewritten);
        fault.Sentence.ShouldBe(
            "The log was rewritten: it has 300 entries, as when it was last seen, and another root."
        );
        log.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_longer_log_that_begins_otherwise_is_refused()
    {
        var log = ServedLog.Of(700, key, at => ServedLog.Entry(at == 7 ? -7 : at));
        (await log.Audit().Run(log.Checkpoint)).Holds.ShouldBeTrue("a first look cannot know");
        var fault = await log.Fault(Seen(ServedLog.Of(300, key)));
        fault.Kind.ShouldBe(LogFaultKind.Rewritten);
        fault.Sentence.ShouldBe(
            "The log was rewritten: its first 300 entries do not lead to the root that was seen over them."
        );
    }

    [Fact]
    public async Task What_is_remembered_must_itself_be_signed()
    {
        var (log, earlier) = (ServedLog.Of(5, key), ServedLog.Of(3, key));
        earlier.Checkpoint[^5] ^= 1;
        var fault = await log.Fault(Seen(earlier));
        fault.Kind.ShouldBe(LogFaultKind.Memory);
        fault.Sentence.ShouldStartWith("What is remembered of the log cannot be used: ");
    }

    [Fact]
    public async Task Another_key_than_the_remembered_one_needs_somebody_who_looks_in_the_entries()
    {
        using var old = SigningKey.Create(key.Verifier.Name);
        var (log, seen) = (ServedLog.Of(5, key), Seen(ServedLog.Of(3, old)));
        var fault = await log.Fault(seen);
        fault.Kind.ShouldBe(LogFaultKind.AnotherKey);
        fault.Sentence.ShouldBe(
            "The log was signed by another key when it was last seen, and nobody looks in its entries for why."
        );
        (await log.Audit(seen, _ => null).Run(log.Checkpoint)).Holds.ShouldBeTrue();
        var same = seen with { Note = ServedLog.Of(3, key).Checkpoint, Key = VerifierKey.Parse($"{key.Verifier}") };
        (await log.Audit(same).Run(log.Checkpoint)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_full_tile_stands_for_a_partial_one_that_is_gone()
    {
        var (log, grown) = (ServedLog.Of(700, key), ServedLog.Of(65_536, key));
        var audit = new LogAudit(grown.Key, grown.Fetch);
        (await audit.Run(log.Checkpoint)).Fault.ShouldBeNull();
        grown.Asked.ShouldContain("tile/entries/002");
        grown.Served["tile/0/002"][0] ^= 1;
        (await audit.Run(log.Checkpoint)).Fault!.Entry.ShouldBe(512);
    }

    [Fact]
    public async Task Who_looks_at_the_entries_can_refuse_one()
    {
        var log = ServedLog.Of(700, key);
        var found = await log.Audit(each: entry => entry.Index == 513 ? "It has no story." : null).Run(log.Checkpoint);
        found.Fault.ShouldBe(
            new LogFault(LogFaultKind.Entry, "It has no story.") { Place = "tile/entries/002.p/188", Entry = 513 }
        );
    }

    [Fact]
    public async Task A_log_that_does_not_answer_is_no_fault_of_its_record()
    {
        var log = ServedLog.Of(700, key);
        var audit = new LogAudit(log.Key, (_, _) => throw new IOException("no route"));
        await Should.ThrowAsync<IOException>(() => audit.Run(log.Checkpoint));
        using var ended = new CancellationTokenSource();
        audit = new LogAudit(
            log.Key,
            async (path, cancel) =>
            {
                await ended.CancelAsync();
                cancel.ThrowIfCancellationRequested();
                return await log.Fetch(path, cancel);
            }
        );
        await Should.ThrowAsync<OperationCanceledException>(() => audit.Run(log.Checkpoint, ended.Token));
    }

    private static SeenCheckpoint Seen(ServedLog log) => new(log.Checkpoint, log.Key);
}
