using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>AWS's own command line (Debian's package awscli) against a served store.</summary>
public sealed class AwsCli : IAsyncLifetime
{
    private const string Program = "/usr/bin/aws";

    private ReferenceStore _store = null!;
    private StoreServer _server = null!;

    public string Account => "123456789012";

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("These tests need Debian's package awscli.");
        }

        _store = await ReferenceStore.OpenAsync(new StoreOptions
        {
            DevelopmentCredentials = [new("test", "test", Account)],
            RotationEndpoints = new Dictionary<string, Uri> { ["arn:aws:lambda:eu-west-1:123456789012:function:own"] = new("http://127.0.0.1:1/") },
        });
        _server = await StoreServer.StartAsync(_store, new IPEndPoint(IPAddress.Loopback, 0));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>Runs a command as the account's root and answers its JSON, null when there is none.</summary>
    public Task<JsonNode?> RunAsync(params string[] arguments) => RunAsAsync("test", "test", null, arguments);

    /// <summary>Runs a command with other credentials.</summary>
    public async Task<JsonNode?> RunAsAsync(string accessKeyId, string secretAccessKey, string? sessionToken, params string[] arguments)
    {
        var (code, output, error) = await StartAsync(accessKeyId, secretAccessKey, sessionToken, arguments);
        Assert.True(code == 0, $"aws {arguments[0]} {arguments[1]}: {error}");
        return output.Length == 0 ? null : JsonNode.Parse(output);
    }

    /// <summary>What a command that must fail says.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var (code, _, error) = await StartAsync("test", "test", null, arguments);
        Assert.NotEqual(0, code);
        return error;
    }

    private async Task<(int Code, string Output, string Error)> StartAsync(string accessKeyId, string secretAccessKey, string? sessionToken, string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["--endpoint-url", _server.Address.AbsoluteUri, "--region", "eu-west-1", "--output", "json", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_ACCESS_KEY_ID"] = accessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = secretAccessKey;
        start.Environment["AWS_SESSION_TOKEN"] = sessionToken;
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_PAGER"] = "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
