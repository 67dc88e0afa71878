using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OnRecord.Platform.Storage;

namespace OnRecord.Tests.Platform;

public class StorageTests
{
    [Fact]
    public void No_model_change_waits_for_its_migration()
    {
        using var sqlite = new DesignTimeSqliteDb().CreateDbContext([]);
        using var postgres = new DesignTimePostgresDb().CreateDbContext([]);
        sqlite.Database.HasPendingModelChanges().ShouldBeFalse("Run scripts/add-migration NAME.");
        postgres.Database.HasPendingModelChanges().ShouldBeFalse("Run scripts/add-migration NAME.");
    }

    [Fact]
    public void The_compiled_models_are_what_the_entities_say()
    {
        using var sqlite = new DesignTimeSqliteDb().CreateDbContext([]);
        using var postgres = new DesignTimePostgresDb().CreateDbContext([]);
        foreach (var db in new DbContext[] { sqlite, postgres })
        {
            db.Model.GetType().Assembly.ShouldBe(typeof(Site).Assembly, "The compiled model is not used.");
            Columns(db.Model).ShouldBe(Columns(db.GetService<IDesignTimeModel>().Model), "Run scripts/add-migration.");
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Data Source=/tmp/x.db", false)]
    [InlineData("Host=localhost;Database=news", true)]
    [InlineData("postgres://ada:s%40cret@db.example.org:5433/news", true)]
    public void A_database_is_named_as_operators_name_them(string? written, bool postgres) =>
        DatabaseAddress.Read(written, "/tmp/onrecord.db").IsPostgres.ShouldBe(postgres);

    [Fact]
    public void A_postgres_address_gives_its_parts() =>
        DatabaseAddress
            .Read("postgres://ada:s%40cret@db.example.org:5433/news", "x")
            .ConnectionString.ShouldBe("Host=db.example.org;Port=5433;Database=news;Username=ada;Password=s@cret");

    [Fact]
    public void A_database_that_is_not_understood_is_refused_with_what_is() =>
        Should
            .Throw<FormatException>(() => DatabaseAddress.Read("mysql://x", "x"))
            .Message.ShouldContain("postgres://");

    [Fact]
    public async Task SQLite_syncs_every_commit()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "Asks SQLite itself.");
        await using var app = await OnRecordApp.Start();
        await app.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync();
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA synchronous";
            (await command.ExecuteScalarAsync()).ShouldBe(2L);
            command.CommandText = "PRAGMA journal_mode";
            (await command.ExecuteScalarAsync()).ShouldBe("wal");
            return 0;
        });
    }

    [Fact]
    public async Task A_transaction_that_fails_changes_nothing()
    {
        await using var app = await OnRecordApp.Start();
        await Should.ThrowAsync<InvalidDataException>(() =>
            app.InDatabase(async db =>
            {
                await db.Transact(() =>
                {
                    db.Set<OnRecord.People.Person>()
                        .Add(
                            new()
                            {
                                Id = Guid.CreateVersion7(),
                                Name = "Ada",
                                Slug = "ada",
                            }
                        );
                    throw new InvalidDataException();
                });
                return 0;
            })
        );
        (await app.InDatabase(db => db.Set<OnRecord.People.Person>().CountAsync())).ShouldBe(0);
    }

    private static IEnumerable<string> Columns(IModel model) =>
        model
            .GetEntityTypes()
            .SelectMany(entity =>
                Columns(entity)
                    .Concat(
                        entity
                            .GetIndexes()
                            .Select(index =>
                                $"{entity.Name} by {string.Join(',', index.Properties.Select(property => property.Name))} {index.IsUnique}"
                            )
                    )
                    .Append($"{entity.Name} in {entity.GetTableName()}")
            )
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Columns(ITypeBase type) =>
        type.GetProperties()
            .Select(property =>
                $"{type.Name}.{property.Name} {property.GetColumnName()} {property.GetColumnType()} {property.IsNullable} {(property.GetTypeMapping().Converter ?? property.GetValueConverter())?.ProviderClrType.Name}"
            )
            .Concat(type.GetComplexProperties().SelectMany(property => Columns(property.ComplexType)));
}
