using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Tests.Platform.Storage;

public class GroupCommitTests
{
    [Fact]
    public async Task Many_share_a_transaction_and_each_has_its_own_answer()
    {
        await using var app = await OnRecordApp.Start();
        var batches = 0;
        await using var writer = Writer(
            app,
            async (db, items) =>
            {
                batches++;
                await Task.Delay(20);
                foreach (var item in items)
                    db.Add(Section(item));
                return [.. items.Select(item => $"{item}!")];
            }
        );
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(at => writer.Write($"section {at}", CancellationToken.None))
        );
        answers.ShouldBe(Enumerable.Range(0, 100).Select(at => $"section {at}!"));
        batches.ShouldBeLessThan(50);
        (await app.InDatabase(db => db.Set<Section>().CountAsync(row => row.Name.StartsWith("section ")))).ShouldBe(
            100
        );
    }

    [Fact]
    public async Task One_that_cannot_be_written_takes_no_other_down_with_it()
    {
        await using var app = await OnRecordApp.Start();
        await using var writer = Writer(
            app,
            async (db, items) =>
            {
                await Task.Delay(20);
                foreach (var item in items)
                    db.Add(item == "bad" ? throw new InvalidOperationException("No.") : Section(item));
                return items;
            }
        );
        var bad = writer.Write("bad", CancellationToken.None);
        var good = Enumerable.Range(0, 10).Select(at => writer.Write($"good {at}", CancellationToken.None)).ToList();
        (await Task.WhenAll(good)).Length.ShouldBe(10);
        await Should.ThrowAsync<InvalidOperationException>(() => bad);
        (await app.InDatabase(db => db.Set<Section>().CountAsync(row => row.Name.StartsWith("good ")))).ShouldBe(10);
    }

    [Fact]
    public async Task Whoever_goes_away_has_it_written_all_the_same()
    {
        await using var app = await OnRecordApp.Start();
        using var gone = new CancellationTokenSource();
        await using (
            var writer = Writer(
                app,
                async (db, items) =>
                {
                    await gone.CancelAsync();
                    foreach (var item in items)
                        db.Add(Section(item));
                    return items;
                }
            )
        )
            await Should.ThrowAsync<OperationCanceledException>(() => writer.Write("left", gone.Token));
        (await app.InDatabase(db => db.Set<Section>().CountAsync(row => row.Name == "left"))).ShouldBe(1);
    }

    private static Section Section(string name) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Slug = name.Replace(' ', '-'),
            Name = name,
            Position = 1,
        };

    private static GroupCommit<string, string> Writer(
        OnRecordApp app,
        Func<OnRecordDb, IReadOnlyList<string>, Task<IReadOnlyList<string>>> write
    ) =>
        new(
            app.Services.GetRequiredService<IServiceScopeFactory>(),
            app.Services.GetRequiredService<DatabaseAddress>(),
            (_, db, items) => write(db, items)
        );
}
