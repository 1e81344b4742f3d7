using System.Diagnostics;
using System.Net;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>
/// The clients that other languages use, against a store on a loopback port: boto3, the AWS CLI and AWS's SDK for JavaScript. The
/// expectations are in the scripts beside this file.
/// </summary>
public sealed class ForeignClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private ReferenceStore _store = null!;
    private StoreServer _server = null!;

    public async Task InitializeAsync()
    {
        _store = await ReferenceStore.OpenAsync(new StoreOptions { DevelopmentCredentials = [new("local", "local-only", TestStore.Account)] });
        _server = await StoreServer.StartAsync(_store, new IPEndPoint(IPAddress.Loopback, 0));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public Task Boto3_cannot_tell_the_store_from_AWS() => Run("/usr/bin/python3", Script("python"), "boto3_conformance.py");

    [Fact]
    public Task The_AWS_CLI_cannot_tell_the_store_from_AWS() => Run("/usr/bin/python3", Script("python"), "cli_conformance.py");

    [Fact]
    public async Task The_SDK_for_JavaScript_cannot_tell_the_store_from_AWS()
    {
        // The packages go to a folder of their own, so that two runs never share one.
        var folder = Directory.CreateTempSubdirectory("store-conformance-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Script("node")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            await Run("npm", folder.FullName, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            await Run("node", folder.FullName, "--test", "conformance.test.mjs");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Script(string language) => Path.Combine(AppContext.BaseDirectory, "Conformance", language);

    private async Task Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ENDPOINT_URL"] = _server.Address.ToString(),
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local-only",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_CONFIG_FILE"] = "/dev/null",
                ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
                ["AWS_PAGER"] = "",
            },
        };
        start.Environment.Remove("AWS_SESSION_TOKEN");
        start.Environment.Remove("AWS_PROFILE");
        start.Environment.Remove("PYTHONPATH");
        using var process = Process.Start(start)!;
        using var stop = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(stop.Token);
        var errors = process.StandardError.ReadToEndAsync(stop.Token);
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
    }
}
