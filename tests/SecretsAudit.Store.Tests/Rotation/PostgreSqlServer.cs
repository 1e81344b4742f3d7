using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Npgsql;

namespace SecretsAudit.Store.Tests.Rotation;

/// <summary>A PostgreSQL of Debian's package in a folder of its own, on loopback; it runs as the package's user when the tests run as root.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string Superuser = "superuser";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "secretsaudit-pg-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly string _password = Guid.NewGuid().ToString("N");
    private string _binaries = "";

    public int Port { get; private set; }

    public async Task InitializeAsync()
    {
        _binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).OrderDescending(StringComparer.Ordinal).First(Directory.Exists)
            : throw new InvalidOperationException("These tests need Debian's package postgresql.");
        Port = FreePort();
        Directory.CreateDirectory(_folder);
        var passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, _password);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "-R", "postgres", _folder);
        }

        await RunServerAsync("initdb", "-D", Database, "-U", Superuser, "-A", "scram-sha-256", "--pwfile=" + passwordFile, "--no-sync", "-E", "UTF8");
        await RunServerAsync(
            "pg_ctl", "-D", Database, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c fsync=off -k {_folder}", "start");
    }

    public async Task DisposeAsync()
    {
        await RunServerAsync("pg_ctl", "-D", Database, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The secret's document of a superuser.</summary>
    public JsonObject SuperuserSecret() => Secret(Superuser, _password);

    /// <summary>The secret's document of a login.</summary>
    public JsonObject Secret(string user, string password) => new()
    {
        ["engine"] = "postgres",
        ["host"] = "127.0.0.1",
        ["port"] = Port,
        ["username"] = user,
        ["password"] = password,
        ["dbname"] = "postgres",
    };

    /// <summary>Whether the server lets a client in with what a secret says.</summary>
    public static async Task<bool> LetsInAsync(JsonNode secret)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(secret));
        try
        {
            await connection.OpenAsync();
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(SuperuserSecret()));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Database => Path.Combine(_folder, "data");

    private static string ConnectionString(JsonNode secret) => new NpgsqlConnectionStringBuilder
    {
        Host = (string)secret["host"]!,
        Port = (int)secret["port"]!,
        Username = (string)secret["username"]!,
        Password = (string)secret["password"]!,
        Database = "postgres",
        Pooling = false,
        Timeout = 30,
    }.ConnectionString;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // No pipes: the server that pg_ctl starts would hold them open for ever.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1 < /dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {arguments.FirstOrDefault()} ended with {process.ExitCode}.");
    }
}
