using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Tests.Wire;

namespace SecretsAudit.Store.Tests.Journal;

/// <summary>A served store is killed as by <c>kill -9</c>, again and again in the middle of writes.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Writers = 4;

    /// <summary>SECRETSAUDIT_TEST_KILLS=200 for the long form.</summary>
    private static readonly int Kills = LongRun.Count("SECRETSAUDIT_TEST_KILLS", 50);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fifty_kills_in_the_middle_of_writes_lose_no_acknowledged_write()
    {
        var acknowledged = new ConcurrentDictionary<string, string>();
        var random = new Random(50);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start();
            var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
            using var http = new HttpClient();
            using var enough = new CountdownEvent(random.Next(1, 40));
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteUntilItDiesAsync(http, address, $"{kill}/{writer}", acknowledged, enough)).ToArray();
            Assert.True(await Task.Run(() => enough.Wait(TimeSpan.FromMinutes(5))), "the store did not acknowledge enough writes in five minutes");
            process.Kill();
            await process.WaitForExitAsync();
            await Task.WhenAll(writers);
        }

        await using var store = await ReferenceStore.OpenAsync(new StoreOptions { DataDirectory = _folder.Path });
        var root = new Caller(store.Accounts.Find($"arn:aws:iam::{TestStore.Account}:root")!);
        Assert.True(acknowledged.Count > Kills, $"only {acknowledged.Count} writes were acknowledged");
        foreach (var (name, value) in acknowledged)
        {
            Assert.Equal(value, (await store.InvokeAsync(root, TestStore.Region, new GetSecretValue.Request { SecretId = name })).SecretString);
        }
    }

    private static async Task WriteUntilItDiesAsync(HttpClient http, string address, string prefix, ConcurrentDictionary<string, string> acknowledged, CountdownEvent enough)
    {
        var signer = new RequestSigner("test", "test");
        for (var i = 0; ; i++)
        {
            var (name, value) = ($"{prefix}/{i}", Guid.NewGuid().ToString());
            var json = JsonSerializer.Serialize(new { Name = name, SecretString = value, ClientRequestToken = Guid.NewGuid().ToString() });
            try
            {
                using var response = await http.SendAsync(signer.Sign("secretsmanager.CreateSecret", json, address));
                Assert.True(response.IsSuccessStatusCode, $"{name} was refused: {response.StatusCode}");
                acknowledged[name] = value;
                Signal(enough);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static void Signal(CountdownEvent enough)
    {
        lock (enough)
        {
            if (!enough.IsSet)
            {
                enough.Signal();
            }
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var argument in (string[])[typeof(CrashTests).Assembly.Location, "serve", _folder.Path])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }
}
