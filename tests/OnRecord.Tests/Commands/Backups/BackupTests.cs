using System.Formats.Tar;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Commands.Backups;
using OnRecord.People.Staff;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Media;
using OnRecord.Tests.Sources.Protection;

namespace OnRecord.Tests.Commands.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onrecord-backup-").FullName;

    [Theory]
    [InlineData("backup.tar")]
    [InlineData("backup.tar.gz")]
    public async Task What_was_backed_up_comes_back_row_for_row_and_byte_for_byte(string name)
    {
        await using var app = await OnRecordApp.Start();
        await Furnish(app);
        var file = Path.Combine(folder, name);
        var made = (await Backup(app, file)).Value!;
        made.Bytes.ShouldBe(new FileInfo(file).Length);
        Directory.GetFileSystemEntries(folder).ShouldBe([file]);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await Backup(app, file)).Problems[0].Message.ShouldContain("is there already");
        var members = await Traces.Members(file);
        members.Keys.ShouldNotContain(member =>
            member.StartsWith("keys/", StringComparison.Ordinal) || member.Contains("renditions")
        );
        members.Keys.ShouldContain("evidence/ab/abcd");

        var (data, database) = (new DataFolder(Path.Combine(folder, "again")), await TestDatabase.Create());
        try
        {
            var address = DatabaseAddress.Read(database, data.Database);
            var restored = await Restore(app, file, data, address);
            restored.Refused.ShouldBeFalse(restored.Refused ? restored.Problems[0].Message : "");
            foreach (var part in MakeBackup.Folders)
                Files(Path.Combine(data.Path, part))
                    .ShouldBe(Files(Path.Combine(app.Services.GetRequiredService<DataFolder>().Path, part)));
            (await Rows(address)).ShouldBe(await Rows(app.Services.GetRequiredService<DatabaseAddress>()));
            (await AppliedMigrations.AreAll(address)).ShouldBeTrue();
            Directory.GetFileSystemEntries(data.Path, ".restore*").ShouldBeEmpty();
            var again = await Restore(app, file, data, address);
            again.Problems[0].Message.ShouldContain("is not empty");
            SqliteConnection.ClearAllPools();
            var replaced = await Restore(app, file, data, address, replace: true);
            replaced.Refused.ShouldBeFalse(replaced.Refused ? replaced.Problems[0].Message : "");
            Directory.Exists(Path.Combine(replaced.Value!.Aside!, "media")).ShouldBeTrue();
            (await Rows(address)).ShouldBe(await Rows(app.Services.GetRequiredService<DatabaseAddress>()));
        }
        finally
        {
            await TestDatabase.Drop(database);
        }
    }

    [Fact]
    public async Task The_copy_is_of_one_moment_although_stories_are_saved_meanwhile()
    {
        await using var app = await OnRecordApp.Start();
        await app.InDatabase(db =>
            db.Database.ExecuteSqlRawAsync("""CREATE TABLE "Pair" ("One" integer, "Other" integer)""")
        );
        await app.InDatabase(db => db.Database.ExecuteSqlRawAsync("""INSERT INTO "Pair" VALUES (0, 0)"""));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var written = 0;
            while (!stop.IsCancellationRequested)
                written += await app.InDatabase(async db =>
                {
                    await db.Transact(async () =>
                    {
                        await db.Database.ExecuteSqlRawAsync("""UPDATE "Pair" SET "One" = "One" + 1""");
                        await db.Database.ExecuteSqlRawAsync("""UPDATE "Pair" SET "Other" = "Other" + 1""");
                    });
                    return 1;
                });
            return written;
        });
        for (var at = 0; at < 5; at++)
        {
            var file = Path.Combine(folder, $"{at}.tar");
            (await Backup(app, file)).Refused.ShouldBeFalse();
            var members = await Traces.Members(file);
            if (TestDatabase.IsPostgres)
            {
                var pair = Encoding.UTF8.GetString(members["database/Pair.copy"]).Trim().Split('\t');
                pair[0].ShouldBe(pair[1]);
                continue;
            }
            var copy = Path.Combine(folder, $"{at}.db");
            await File.WriteAllBytesAsync(copy, members["database/onrecord.db"]);
            await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "One" = "Other" FROM "Pair" """;
            (await command.ExecuteScalarAsync()).ShouldBe(1L);
            command.CommandText = "PRAGMA integrity_check";
            (await command.ExecuteScalarAsync()).ShouldBe("ok");
        }
        await stop.CancelAsync();
        (await writing).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_damaged_or_foreign_backup_changes_nothing()
    {
        await using var app = await OnRecordApp.Start();
        await Furnish(app);
        var file = Path.Combine(folder, "backup.tar");
        (await Backup(app, file)).Refused.ShouldBeFalse();
        var bytes = await File.ReadAllBytesAsync(file);
        var at = bytes.AsSpan().IndexOf("evidence of something"u8);
        await ShouldRefuse(
            app,
            [.. bytes[..at], (byte)'E', .. bytes[(at + 1)..]],
            "evidence/ab/abcd is not what it was"
        );
        await ShouldRefuse(app, bytes[..(bytes.Length / 2)], "is not a whole backup");
        await ShouldRefuse(app, bytes[..^2048], "is not a whole backup");
        await ShouldRefuse(app, [1, 2, 3], "is not a whole backup");
        await ShouldRefuse(app, [], "is not a whole backup");
        await ShouldRefuse(app, Tar(("../outside", "x")), "which no backup of a newsroom has");
        await ShouldRefuse(app, Tar(("evidence/../../outside", "x")), "which no backup of a newsroom has");
        await ShouldRefuse(app, Tar(("keys/key.xml", "x")), "which no backup of a newsroom has");
        await ShouldRefuse(app, Tar(("manifest.json", "{}")), "is not a whole backup");
        var manifest = Encoding.UTF8.GetString((await Traces.Members(file))["manifest.json"]);
        await ShouldRefuse(app, Tar(("manifest.json", manifest)), "is missing");
        await ShouldRefuse(app, Tar(("evidence/x", "x"), ("manifest.json", manifest)), "is missing");
        await ShouldRefuse(
            app,
            Tar(("manifest.json", manifest.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal))),
            "was made by a newer OnRecord"
        );
    }

    [Fact]
    public async Task What_cannot_be_put_back_leaves_everything_as_it_was()
    {
        await using var app = await OnRecordApp.Start();
        await Furnish(app);
        var file = Path.Combine(folder, "backup.tar");
        (await Backup(app, file)).Refused.ShouldBeFalse();
        var (data, database) = (new DataFolder(Path.Combine(folder, "again")), await TestDatabase.Create());
        try
        {
            var address = DatabaseAddress.Read(database, data.Database);
            (await Restore(app, file, data, address)).Refused.ShouldBeFalse();
            var (rows, files) = (await Rows(address), Files(Path.Combine(data.Path, "media")));
            SqliteConnection.ClearAllPools();
            var members = await Traces.Members(file);
            var victim = TestDatabase.IsPostgres ? "database/Staff.copy" : "database/onrecord.db";
            var (was, now) = (members[victim], "no row\tof a table\n"u8.ToArray());
            var manifest = Encoding.UTF8.GetString(members["manifest.json"]);
            manifest = manifest
                .Replace(Hash(was), Hash(now), StringComparison.Ordinal)
                .Replace($"\"bytes\": {was.Length},", $"\"bytes\": {now.Length},", StringComparison.Ordinal);
            members.Remove("manifest.json");
            members[victim] = now;
            var bad = Path.Combine(folder, "bad.tar");
            await File.WriteAllBytesAsync(
                bad,
                Tar([
                    .. members.Select(one => (one.Key, one.Value)),
                    ("manifest.json", Encoding.UTF8.GetBytes(manifest)),
                ])
            );
            await Should.ThrowAsync<System.Data.Common.DbException>(() =>
                Restore(app, bad, data, address, replace: true)
            );
            (await Rows(address)).ShouldBe(rows);
            Files(Path.Combine(data.Path, "media")).ShouldBe(files);
            Directory.GetFileSystemEntries(data.Path, ".restore*").ShouldBeEmpty();
            if (!TestDatabase.IsPostgres)
                return;
            await using var connection = new Npgsql.NpgsqlConnection(database);
            await connection.OpenAsync();
            await using var asides = new Npgsql.NpgsqlCommand(
                "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'before-restore%'",
                connection
            );
            (await asides.ExecuteScalarAsync()).ShouldBe(0L);
        }
        finally
        {
            await TestDatabase.Drop(database);
        }
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_or_of_the_other_database_is_refused()
    {
        await using var app = await OnRecordApp.Start();
        await app.InDatabase(db =>
            db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Later', '99.0')"""
            )
        );
        var file = Path.Combine(folder, "later.tar");
        (await Backup(app, file)).Refused.ShouldBeFalse();
        await ShouldRefuse(app, await File.ReadAllBytesAsync(file), "is of a newer OnRecord");
        var other = DatabaseAddress.Read(
            TestDatabase.IsPostgres ? null : "Host=127.0.0.1;Database=x",
            Path.Combine(folder, "x.db")
        );
        (await Restore(app, file, new DataFolder(Path.Combine(folder, "other")), other))
            .Problems[0]
            .Message.ShouldContain("The backup is of a newsroom on");
    }

    [Fact]
    public async Task A_newsroom_that_is_served_is_not_replaced()
    {
        if (TestDatabase.IsPostgres)
            return;
        await using var app = await OnRecordApp.Start();
        var file = Path.Combine(folder, "backup.tar");
        (await Backup(app, file)).Refused.ShouldBeFalse();
        await app.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync();
            _ = await db.Staff.CountAsync();
            var data = app.Services.GetRequiredService<DataFolder>();
            var refused = await Restore(
                app,
                file,
                data,
                app.Services.GetRequiredService<DatabaseAddress>(),
                replace: true
            );
            refused.Problems[0].Message.ShouldContain("is in use. Stop the newsroom's server");
            return 0;
        });
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task Furnish(OnRecordApp app)
    {
        var data = app.Services.GetRequiredService<DataFolder>();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Written(app, "The dam: “it holds”\t\\N", "The board says so.\n\\.", "Рядок українською.");
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish?done=published");
        var source = await app.Unnamed();
        await tom.StoreIdentity(source, "Nobody in particular").ShouldBe(System.Net.HttpStatusCode.SeeOther);
        Put(data, "evidence/ab/abcd", "evidence of something"u8.ToArray());
        Put(data, "media/originals/cd/cdef", TestPictures.Halves(90, 60));
        Put(data, "media/renditions/cd/cdef-480.jpg", [1]);
        Put(data, "outgoing-mail/one.eml", "Subject: One"u8.ToArray());
        Put(data, "evidence/ab/abce.0123.part", [1]);
        File.Delete(Path.Combine(data.Path, "evidence/ab/abce.0123.part"));
    }

    private static void Put(DataFolder data, string name, byte[] bytes)
    {
        var file = Path.Combine(data.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private static Task<OnRecord.Platform.Outcome<BackupMade>> Backup(OnRecordApp app, string file) =>
        MakeBackup.Run(
            app.Services.GetRequiredService<DataFolder>(),
            app.Services.GetRequiredService<DatabaseAddress>(),
            file,
            app.Clock
        );

    private static Task<OnRecord.Platform.Outcome<Restored>> Restore(
        OnRecordApp app,
        string file,
        DataFolder data,
        DatabaseAddress address,
        bool replace = false
    ) => RestoreBackup.Run(file, data, address, replace, app.Clock);

    private async Task ShouldRefuse(OnRecordApp app, byte[] bytes, string why)
    {
        var file = Path.Combine(folder, $"{Guid.CreateVersion7():N}.tar");
        await File.WriteAllBytesAsync(file, bytes);
        var data = new DataFolder(Path.Combine(folder, "untouched"));
        var address = DatabaseAddress.Read(
            TestDatabase.IsPostgres ? app.Services.GetRequiredService<DatabaseAddress>().ConnectionString : null,
            data.Database
        );
        var refused = await Restore(app, file, data, address);
        refused.Refused.ShouldBeTrue(why);
        refused.Problems[0].Message.ShouldContain(why);
        Directory.Exists(data.Path).ShouldBeFalse();
    }

    private static string Hash(byte[] bytes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static byte[] Tar(params (string Name, string Text)[] entries) =>
        Tar([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]);

    private static byte[] Tar((string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
            foreach (var (name, content) in entries)
                tar.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) }
                );
        return bytes.ToArray();
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => Path.GetRelativePath(folder, file),
                    file => Convert.ToHexString(File.ReadAllBytes(file))
                )
            : [];

    // All rows of all tables, as text.
    private async Task<Dictionary<string, string>> Rows(DatabaseAddress address)
    {
        var copies = Directory.CreateDirectory(Path.Combine(folder, $"{Guid.CreateVersion7():N}")).FullName;
        var copy = await DatabaseCopy.Take(address, copies, default);
        if (address.IsPostgres)
            return copy.Files.ToDictionary(
                row => row.Name,
                row => string.Join('\n', File.ReadLines(row.File).Order(StringComparer.Ordinal))
            );
        await using var connection = new SqliteConnection($"Data Source={copy.Files[0].File};Pooling=False");
        await connection.OpenAsync();
        var tables = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        await using (var names = await command.ExecuteReaderAsync())
            while (await names.ReadAsync())
                tables.Add(names.GetString(0));
        var all = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await rows.ReadAsync())
                lines.Add(
                    string.Join(
                        '|',
                        Enumerable
                            .Range(0, rows.FieldCount)
                            .Select(at =>
                                rows.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : rows.GetValue(at)
                            )
                    )
                );
            all[table] = string.Join('\n', lines.Order(StringComparer.Ordinal));
        }
        return all;
    }
}
