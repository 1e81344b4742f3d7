using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.Cli.Tests;

/// <summary>Templates go into a store, references come out of it, and programs get secrets; from a folder and from a served store alike.</summary>
[Collection(nameof(AwsVariables))]
public sealed class StoreVerbTests
{
    private const string Template = """
        Parameters: { Stage: { Type: String, Default: test } }
        Resources:
          Database:
            Type: AWS::SecretsManager::Secret
            Properties:
              Name: !Sub "${Stage}/db"
              SecretString: '{"username":"app","port":5432}'
          Level:
            Type: AWS::SSM::Parameter
            Properties: { Name: /app/level, Type: String, Value: debug }
          Queue: { Type: AWS::SQS::Queue }
        """;

    [Fact]
    public async Task A_template_is_imported_into_a_served_store_and_its_secrets_fill_a_file_there()
    {
        await using var store = await ReferenceStore.OpenAsync(new StoreOptions { DevelopmentCredentials = [DevelopmentCredentials.Parse("test:test", "123456789012")] });
        await using var server = await StoreServer.StartAsync(store, new IPEndPoint(IPAddress.Loopback, 0));
        using var variables = new AwsVariables();
        using var line = new CommandLine();
        line.With("AWS_ENDPOINT_URL", server.Address.ToString());
        line.Write("template.yaml", Template);
        line.Write("app.conf", "user={{resolve:secretsmanager:prod/db:SecretString:username}} level={{resolve:ssm:/app/level}}");

        Assert.Equal(0, await line.RunAsync("store", "import", "template.yaml", "--parameter", "Stage=prod"));
        Assert.Contains("Database\tarn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-", line.Output, StringComparison.Ordinal);
        Assert.Contains("Queue is of a kind that the store does not have", line.Error, StringComparison.Ordinal);

        Assert.Equal(0, await line.RunAsync("store", "resolve", "app.conf"));
        Assert.Equal("user=app level=debug", line.Output);
    }

    [Fact]
    public async Task What_was_imported_into_a_folder_is_there_for_a_program_and_in_the_trail()
    {
        using var line = new CommandLine();
        await NewStoreAsync(line);
        line.Write("template.yaml", Template);
        Assert.Equal(0, await line.RunAsync("store", "import", "template.yaml", "--data", "store"));

        Assert.Equal(7, await line.RunAsync(
            "store", "exec", "--data", "store", "--secret", "test/db", "--", "sh", "-c", "printf '%s %s' \"$USERNAME\" \"$PORT\" > told; exit 7"));
        Assert.Equal("app 5432", line.Read("told"));

        Assert.Equal(0, await line.RunAsync("store", "trail", "export", "--data", "store", "--out", "logs"));
        var file = Assert.Single(line.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("/AWSLogs/123456789012/CloudTrail/eu-west-1/", file, StringComparison.Ordinal);
        using var log = await JsonDocument.ParseAsync(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        Assert.Contains(log.RootElement.GetProperty("Records").EnumerateArray(), record => record.GetProperty("eventName").GetString() == "CreateSecret");
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
    [Fact]
    public async Task A_program_gets_what_a_task_definitions_valueFrom_names()
    {
        using var line = new CommandLine();
        await NewStoreAsync(line);
        line.Write("template.yaml", Template);
        Assert.Equal(0, await line.RunAsync("store", "import", "template.yaml", "--data", "store"));
        var arn = line.Output.Split('\n').Single(told => told.StartsWith("Database\t", StringComparison.Ordinal)).Split('\t')[1];

        Assert.Equal(0, await line.RunAsync(
            "store", "exec", "--data", "store", "--env", $"DB_USER={arn}:username:AWSCURRENT:", "--env", $"WHOLE={arn}", "--env", "LEVEL=/app/level", "--secret", $"{arn}:port::",
            "--", "sh", "-c", "printf '%s %s %s %s' \"$DB_USER\" \"$WHOLE\" \"$LEVEL\" \"$PORT\" > told"));

        Assert.Equal("""app {"username":"app","port":5432} debug 5432""", line.Read("told"));
        Assert.Equal(2, await line.RunAsync("store", "exec", "--data", "store", "--env", $"A={arn}:username", "--", "true"));
        Assert.Contains("ARN:json-key:version-stage:version-id", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nested_template_lies_in_the_template_s_folder_and_other_stacks_exports_are_given()
    {
        using var line = new CommandLine();
        await NewStoreAsync(line);
        line.Write("template.yaml", "Resources: { Child: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: nested/child.yaml } } }");
        line.Write("nested/child.yaml", "Resources: { Host: { Type: AWS::SSM::Parameter, Properties: { Name: /host, Type: String, Value: !ImportValue network-host } } }");
        line.Write("app.conf", "host={{resolve:ssm:/host}}");

        Assert.Equal(0, await line.RunAsync("store", "import", "template.yaml", "--data", "store", "--import-value", "network-host=db.example.com"));
        Assert.StartsWith("Child/Host\t", line.Output, StringComparison.Ordinal);
        Assert.Equal(0, await line.RunAsync("store", "resolve", "app.conf", "--data", "store"));
        Assert.Equal("host=db.example.com", line.Output);
    }

    // The URL comes with the template, which may be anybody's.
    [Theory]
    [InlineData("/etc/hostname", "The nested template /etc/hostname is not a file beside the template")]
    [InlineData("../outside.yaml", "The nested template ../outside.yaml is not a file in the template's folder.")]
    [InlineData("linked.yaml", "The nested template linked.yaml is not a file in the template's folder.")]
    [InlineData("https://bucket.s3.amazonaws.com/child.yaml", "The nested template https://bucket.s3.amazonaws.com/child.yaml is not a file beside the template")]
    public async Task A_template_cannot_have_a_file_read_that_lies_elsewhere(string url, string expected)
    {
        using var line = new CommandLine();
        await NewStoreAsync(line);
        line.Write("outside.yaml", "Resources: {}");
        line.Write("folder/template.yaml", $"Resources: {{ Child: {{ Type: AWS::CloudFormation::Stack, Properties: {{ TemplateURL: '{url}' }} }} }}");
        File.CreateSymbolicLink(Path.Combine(line.Folder, "folder/linked.yaml"), Path.Combine(line.Folder, "outside.yaml"));

        Assert.Equal(2, await line.RunAsync("store", "import", "folder/template.yaml", "--data", "store"));

        Assert.Contains(expected, line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_asked_to_end_ends_in_its_own_way()
    {
        using var line = new CommandLine();
        await NewStoreAsync(line);
        line.Write("template.yaml", Template);
        Assert.Equal(0, await line.RunAsync("store", "import", "template.yaml", "--data", "store"));
        var start = new ProcessStartInfo("dotnet", [typeof(Application).Assembly.Location, "store", "exec", "--data", "store", "--secret", "test/db", "--", "sh", "-c", "trap 'exit 9' TERM; echo ready; while :; do sleep 0.1; done"])
            { WorkingDirectory = line.Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var exec = Process.Start(start)!;
        Assert.Equal("ready", await exec.StandardOutput.ReadLineAsync());

        using (var kill = Process.Start("kill", ["-TERM", exec.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await exec.WaitForExitAsync(patience.Token);

        Assert.Equal(9, exec.ExitCode);
    }

    [Fact]
    public async Task A_reference_to_nothing_leaves_no_file_and_names_no_value()
    {
        using var line = new CommandLine();
        await NewStoreAsync(line);
        line.Write("app.conf", "a={{resolve:secretsmanager:none}}");

        Assert.Equal(2, await line.RunAsync("store", "resolve", "app.conf", "--data", "store", "--out", "result"));

        Assert.Contains("ResourceNotFoundException", line.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(line.Folder, "result")));
    }

    [Theory]
    [InlineData("store import none.yaml", "There is no file none.yaml.")]
    [InlineData("store exec -- true", "Name at least one secret with --secret or --env.")]
    [InlineData("store exec --env 1A=/shop/url -- true", "form VARIABLE=VALUEFROM")]
    [InlineData("store exec --env URL= -- true", "form VARIABLE=VALUEFROM")]
    [InlineData("store exec --secret a -- true", "There is no store in")]
    [InlineData("store exec --secret a --endpoint-url nowhere -- true", "is no address")]
    [InlineData("store trail export --from yesterday", "--from 'yesterday' is no day")]
    public async Task A_wrong_line_is_told_what_to_write(string command, string told)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync(command.Split(' ')));
        Assert.Contains(told, line.Error, StringComparison.Ordinal);
    }

    private static async Task NewStoreAsync(CommandLine line)
    {
        await using var store = await ReferenceStore.OpenAsync(new StoreOptions { DataDirectory = Path.Combine(line.Folder, "store") });
        await store.Accounts.CreateAccountAsync("123456789012", "test");
    }
}
