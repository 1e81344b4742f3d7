using System.Diagnostics;
using System.Net;
using System.Text.Json;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Tests.Wire;

namespace SecretsAudit.Store.Tests.Journal;

/// <summary>A served store whose files may not grow beyond a few megabytes, as on a disk that is full.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Blocks = 3000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Writes_are_refused_reads_go_on_and_nothing_acknowledged_is_lost()
    {
        var written = new List<string>();
        using (var process = Start())
        {
            try
            {
                var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
                using var http = new HttpClient();
                foreach (var size in (int[])[60_000, 4_000, 1])
                {
                    await FillAsync(http, address, size, written);
                }

                using var ready = await http.GetAsync(new Uri(address + "ready"));
                using var health = await http.GetAsync(new Uri(address + "health"));
                Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
                Assert.Equal(HttpStatusCode.OK, health.StatusCode);
                Assert.NotEmpty(written);
                Assert.Equal(HttpStatusCode.OK, (await Send(http, address, "GetSecretValue", new { SecretId = written[0] })).Status);
                Assert.Equal(HttpStatusCode.OK, (await Send(http, address, "ListSecrets", new { })).Status);
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        await using var store = await TestStore.OpenAsync(_folder.Options);
        foreach (var name in written)
        {
            Assert.StartsWith("v", (await store.Do(new GetSecretValue.Request { SecretId = name })).SecretString, StringComparison.Ordinal);
        }

        await store.Do(new CreateSecret.Request { Name = "after", SecretString = "room again" });
    }

    private static async Task FillAsync(HttpClient http, string address, int size, List<string> written)
    {
        for (var i = 0; i < 5_000; i++)
        {
            var name = $"s{written.Count}";
            var (status, _) = await Send(http, address, "CreateSecret", new { Name = name, SecretString = new string('v', size), ClientRequestToken = Guid.NewGuid() });
            if (status != HttpStatusCode.OK)
            {
                Assert.Equal(HttpStatusCode.InternalServerError, status);
                return;
            }

            written.Add(name);
        }

        Assert.Fail("the files grew beyond their limit");
    }

    private static async Task<(HttpStatusCode Status, string Body)> Send(HttpClient http, string address, string action, object request)
    {
        using var response = await http.SendAsync(new RequestSigner("test", "test").Sign("secretsmanager." + action, JsonSerializer.Serialize(request), address));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    // The limit is per file and the process's own; the signal that goes with it is ignored, so that a write answers an error instead.
    private Process Start()
    {
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"trap '' XFSZ; ulimit -f {Blocks}; exec dotnet \"$0\" serve \"$1\"");
        start.ArgumentList.Add(typeof(FullDiskTests).Assembly.Location);
        start.ArgumentList.Add(_folder.Path);
        return Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
    }
}
