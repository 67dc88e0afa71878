using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OnRecord.Benchmarks.Wire;

/// <summary>A newsroom of so many stories, in a folder or on a PostgreSQL server, and the servers that answer for it.</summary>
internal sealed class SizedNewsroom : IAsyncDisposable
{
    private const int Words = 200;
    private const int Hot = 1_000;

    private readonly string? server;
    private readonly string? database;
    private readonly List<Process> running = [];

    private SizedNewsroom(int size, string folder, string? server)
    {
        (Size, Folder, this.server) = (size, folder, server);
        if (server is not null)
            database = new NpgsqlConnectionStringBuilder(server) { Database = Name }.ConnectionString;
    }

    public int Size { get; }

    public string Folder { get; }

    /// <summary>In the order of their dates, the newest last.</summary>
    public string[] Paths { get; private set; } = [];

    /// <summary>The address of a server that keeps what it made.</summary>
    public string Warm { get; private set; } = "";

    /// <summary>The address of one that has room for a few pages only, so that nearly each is made.</summary>
    public string Cold { get; private set; } = "";

    public string[] Newest => Paths[^Math.Min(Hot, Paths.Length)..];

    public string Section { get; } = $"/section/section-{MadeStories.Word(0)}";

    private string Data => Path.Combine(Folder, "data");

    private string Name => $"onrecord_bench_{Size}";

    // Whoever named a folder wants the next run to find it filled.
    private static bool IsKept => Environment.GetEnvironmentVariable("ONRECORD_BENCH_FOLDER") is not null;

    public static async Task<SizedNewsroom> Filled(string folder, string? server, int size)
    {
        var place = Path.Combine(folder, server is null ? $"{size}" : $"{size}-postgresql");
        var newsroom = new SizedNewsroom(size, place, server);
        var list = Path.Combine(place, "paths");
        if (!File.Exists(list))
            await newsroom.Fill(list);
        newsroom.Paths = await File.ReadAllLinesAsync(list);
        return newsroom;
    }

    public async Task Serve(string executable)
    {
        Warm = await Serve(executable, 1024);
        Cold = await Serve(executable, 1);
    }

    /// <summary>A place in lists: behind the stories of a month.</summary>
    public static string PlaceOf(string path)
    {
        var parts = path.Split('/');
        var month = new DateTimeOffset(
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            1,
            0,
            0,
            0,
            TimeSpan.Zero
        );
        // Hardly ever the same twice, so that each is a page of its own.
        return $"{month.AddSeconds(Random.Shared.Next(2_000_000)).UtcTicks}~{Guid.AllBitsSet:N}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        if (server is not null && !IsKept)
            await Ask($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private async Task Fill(string list)
    {
        // What was begun and not ended.
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        if (server is not null)
        {
            await Ask($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
            await Ask($"CREATE DATABASE {Name}");
        }
        var paths = new List<string>(Size);
        var since = Stopwatch.GetTimestamp();
        await using (var services = FilledNewsroom.Open(Data, database))
            await new FilledNewsroom(services, Words, 0).Fill(0, Size, Size, paths.Add);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var took = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await File.WriteAllLinesAsync(list, paths);
        var bytes = server is null
            ? Directory.EnumerateFiles(Data, "onrecord.db*").Sum(file => new FileInfo(file).Length)
            : (long)(await Ask($"SELECT pg_database_size('{Name}')"))!;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Size} stories in {took:0} s, {Size / took:0} a second, sealed and indexed on {(server is null ? "SQLite" : "PostgreSQL")}; {bytes / 1e6:0} MB, {bytes / 1e3 / Size:0.0} KB a story"
            )
        );
    }

    private async Task<string> Serve(string executable, int megabytes)
    {
        var (process, root) = await Run(executable, Data, database, megabytes);
        running.Add(process);
        return root;
    }

    /// <summary>Starts a server.</summary>
    /// <param name="megabytes">What its page store may hold.</param>
    /// <returns>The server, answering, and its address.</returns>
    public static async Task<(Process Server, string Root)> Run(
        string executable,
        string data,
        string? database,
        int megabytes
    )
    {
        var root = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(executable, ["serve", "--data", data, "--urls", root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (database is not null)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(database);
        }
        start.Environment["ONRECORD__PAGESTOREMEGABYTES"] = $"{megabytes}";
        var process = Process.Start(start)!;
        // Nobody reads what it says, and a full pipe would hold it up.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Answers(root + "/health");
        return (process, root);
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Waits until a server that was just started answers.</summary>
    public static async Task Answers(string address)
    {
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await http.GetAsync(address)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (tries < 600)
            {
                await Task.Delay(100);
            }
        }
    }

    private async Task<object?> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
