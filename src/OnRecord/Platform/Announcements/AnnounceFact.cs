using System.Text.Json;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.Announcements;

internal static class AnnounceFact
{
    extension(OnRecordDb db)
    {
        /// <summary>Within the caller's transaction: says a fact to all who listen for it, each once or more, after the commit.</summary>
        /// <param name="fact">A record in the past tense, small: ids, not contents.</param>
        /// <exception cref="InvalidOperationException">There is no transaction.</exception>
        public void Announce<TFact>(TFact fact)
            where TFact : class
        {
            var clock = db.GetService<TimeProvider>();
            var heard = false;
            foreach (var listener in Listeners(db).Where(row => row.Fact == typeof(TFact)))
            {
                heard = true;
                db.Announcements.Add(
                    new Announcement
                    {
                        Id = Guid.CreateVersion7(clock.GetUtcNow()),
                        Kind = typeof(TFact).Name,
                        Listener = listener.Name,
                        Fact = JsonSerializer.Serialize(fact),
                        AnnouncedAt = clock.GetUtcNow(),
                        DueAt = clock.GetUtcNow(),
                    }
                );
            }
            if (heard)
                db.AtCommit(() => new WakeTeller(db.GetService<Teller>()));
        }
    }

    // Asked for a list, the context's own services would answer first, with an empty one.
    private static IEnumerable<Listener> Listeners(OnRecordDb db) =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is { } app
            ? app.GetServices<Listener>()
            : [];

    // What was announced is told at once, not only when the job comes round.
    private sealed class WakeTeller(Teller teller) : CommitStep
    {
        public override Task BeforeCommit(CancellationToken stop) => Task.CompletedTask;

        public override Task AfterCommit()
        {
            teller.Wake();
            return Task.CompletedTask;
        }

        public override void RolledBack() { }
    }
}
