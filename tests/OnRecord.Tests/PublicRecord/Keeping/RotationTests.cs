using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.PublicRecord.Keeping;
using OnRecord.Tests.PublicRecord.Witnessing;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.PublicRecord.Keeping;

public class RotationTests
{
    [Fact]
    public async Task Both_keys_sign_the_change_and_the_new_one_signs_from_there()
    {
        await using var app = await OnRecordApp.Start();
        await app.Published("The ferry is back");
        var (old, _) = await app.Checkpoint();
        (await Rotate(app)).Refused.ShouldBeFalse();
        var (key, checkpoint) = await app.Checkpoint();
        key.Id.ShouldNotBe(old.Id);
        (key.Name, checkpoint.Size).ShouldBe((old.Name, 2));
        var bytes = await app.InDatabase(db => db.Set<RecordEntry>().SingleAsync(row => row.Index == 1));
        var entry = JsonDocument.Parse(bytes.Bytes).RootElement;
        entry.GetProperty("from").GetString().ShouldBe($"{old}");
        entry.GetProperty("to").GetString().ShouldBe($"{key}");
        var text =
            $"onrecord-rotation-1\nnews.example.org/record\n1\n{old}\n{key}\n{entry.GetProperty("time").GetString()}\n";
        var note =
            $"{text}\n{string.Concat(entry.GetProperty("signatures").EnumerateArray().Select(line => $"{line.GetString()}\n"))}";
        SignedNote.Parse(Encoding.UTF8.GetBytes(note)).Verify(old, key).ShouldBe([old, key]);
        File.Exists(Path.Combine(app.Keys, $"record.key.retired-{old.Id:x8}")).ShouldBeTrue();
        File.Exists(Path.Combine(app.Keys, "record.key.next")).ShouldBeFalse();
        (await File.ReadAllTextAsync(Path.Combine(app.Keys, "record.key"))).ShouldContain($"+{key.Id:x8}+");
        await app.Published("The school opens");
        (await app.Checkpoint()).ShouldSatisfyAllConditions(
            now => now.Checkpoint.Size.ShouldBe(3),
            now => $"{now.Key}".ShouldBe($"{key}")
        );
    }

    [Fact]
    public async Task A_key_that_lies_ready_signs_nothing_before_its_entry_is_in_the_log_and_is_taken_up_again()
    {
        await using var app = await OnRecordApp.Start();
        await app.Published("The ferry is back");
        var (old, _) = await app.Checkpoint();
        using var next = SigningKey.Create(old.Name);
        await WriteKey(Path.Combine(app.Keys, "record.key.next"), next);
        await app.Published("The school opens");
        (await app.Checkpoint()).Key.Id.ShouldBe(old.Id);
        await Rotate(app);
        (await app.Checkpoint()).Key.Id.ShouldBe(next.Verifier.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_entry_decides_which_key_signs_wherever_the_files_were_left(bool oldStillThere)
    {
        await using var app = await OnRecordApp.Start();
        await app.Published("The ferry is back");
        var (old, _) = await app.Checkpoint();
        await Rotate(app);
        var (key, _) = await app.Checkpoint();
        var (file, next) = (Path.Combine(app.Keys, "record.key"), Path.Combine(app.Keys, "record.key.next"));
        File.Move(file, next);
        if (oldStillThere)
            File.Move($"{file}.retired-{old.Id:x8}", file);
        await app.Published("The school opens");
        (await app.Checkpoint()).Key.Id.ShouldBe(key.Id);
        File.Exists(file).ShouldBeTrue();
        File.Exists(next).ShouldBeFalse();
    }

    [Fact]
    public async Task The_old_key_put_back_signs_nothing_more()
    {
        await using var app = await OnRecordApp.Start();
        await app.Published("The ferry is back");
        var (old, _) = await app.Checkpoint();
        await Rotate(app);
        File.Copy(
            Path.Combine(app.Keys, $"record.key.retired-{old.Id:x8}"),
            Path.Combine(app.Keys, "record.key"),
            overwrite: true
        );
        (await Should.ThrowAsync<RecordRefusal>(() => app.Published("The school opens"))).Message.ShouldContain(
            $"holds the key news.example.org/record+{old.Id:x8}"
        );
    }

    [Fact]
    public async Task Without_a_record_there_is_no_key_to_change()
    {
        await using var app = await OnRecordApp.Start();
        (await Rotate(app)).Problems[0].Message.ShouldContain("has not begun");
    }

    private static async Task<Outcome<string>> Rotate(OnRecordApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await RotateKey.Run(
            services.GetRequiredService<OnRecordDb>(),
            services.GetRequiredService<RecordKey>(),
            services.GetRequiredService<SignCheckpoint>(),
            app.Clock,
            CancellationToken.None
        );
    }

    private static async Task WriteKey(string path, SigningKey key)
    {
        await File.WriteAllTextAsync(path, key.Export() + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
