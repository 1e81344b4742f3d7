using System.Diagnostics;
using System.Globalization;
using System.Net;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Hosting;
using SecretsAudit.Store.Operations.Lambda;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Rotation;

/// <summary>docs/examples/rotate-token.mjs, run by Debian's nodejs against a served store: it is invoked over HTTP and calls back, signed.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html</remarks>
public sealed class NodeFunctionTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:own";

    [Fact]
    public async Task A_function_in_Node_rotates_a_secret_in_the_four_steps()
    {
        var port = FreePort();
        await using var store = await TestStore.OpenAsync(new StoreOptions
        {
            DevelopmentCredentials = [new("development", "development", TestStore.Account)],
            RotationEndpoints = new Dictionary<string, Uri> { [Function] = new($"http://127.0.0.1:{port}/") },
        });
        await using var serving = await StoreServer.StartAsync(store.Store, new IPEndPoint(IPAddress.Loopback, 0));
        using var node = await StartAsync(serving.Address, port);
        try
        {
            await store.Do(new AddPermission.Request { FunctionName = "own", StatementId = "rotation", Action = "lambda:InvokeFunction", Principal = "secretsmanager.amazonaws.com" });
            await store.Do(new CreateSecret.Request { Name = "s", SecretString = "old" });

            var rotated = await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function });

            var current = await store.Do(new GetSecretValue.Request { SecretId = "s" });
            var previous = await store.Do(new GetSecretValue.Request { SecretId = "s", VersionStage = "AWSPREVIOUS" });
            Assert.Equal(rotated.VersionId, current.VersionId);
            Assert.Equal(40, current.SecretString!.Length);
            Assert.Equal("old", previous.SecretString);
        }
        finally
        {
            node.Kill();
            await node.WaitForExitAsync();
        }
    }

    private static async Task<Process> StartAsync(Uri store, int port)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(RepositoryRoot(), "docs", "examples", "rotate-token.mjs")]) { RedirectStandardOutput = true };
        start.Environment["STORE"] = store.AbsoluteUri;
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "development";
        start.Environment["AWS_REGION"] = TestStore.Region;
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var node = Process.Start(start) ?? throw new InvalidOperationException("These tests need Debian's package nodejs.");

        // The first line says that it listens.
        return await node.StandardOutput.ReadLineAsync() is null ? throw new InvalidOperationException("The function did not start.") : node;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SecretsAudit.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
