using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Hosting;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store serve</c>: serves the store over HTTP until it is told to stop.</summary>
internal static class StoreServeCommand
{
    private const string DefaultAccount = "123456789012";

    private static readonly Option<int> Port = new("--port", "-p") { Description = "The port; 0 takes a free one.", DefaultValueFactory = _ => 4599 };

    private static readonly Option<string> Host = new("--host") { Description = "The address to listen on.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };

    private static readonly Option<bool> InMemory = new("--in-memory") { Description = "Keep everything in memory: it is gone when the store stops." };

    private static readonly Option<string[]> DevCredentials = new("--dev-credentials")
    {
        Description = "A well-known access key that may do everything in --account, or in the account behind an @; the store then listens on loopback only. Repeat it for more accounts.",
        HelpName = "KEY:SECRET[@ACCOUNT]",
    };

    private static readonly Option<string> Account = new("--account") { Description = "The account of a new store or of --dev-credentials.", HelpName = "ID", DefaultValueFactory = _ => DefaultAccount };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("serve", "Serves the store over AWS's protocols, for every region. Stop it with Ctrl+C.").WithExamples(
            ("secretsaudit store serve", "durable, in .secretsaudit/store; the first start writes an access key to its file 'credentials'"),
            ("secretsaudit store serve --in-memory --dev-credentials test:test --account 123456789012", "for a test-suite"),
            ("secretsaudit store serve --in-memory --dev-credentials test:test --allow-reset", "for a suite that resets its server between tests"),
            ("secretsaudit store serve --in-memory --dev-credentials test:test --dev-credentials other:other@210987654321", "for tests across two accounts"),
            ("secretsaudit store serve --host 0.0.0.0 --certificate store.pem --certificate-key store.key", "with TLS, for other machines"),
            ("aws --endpoint-url http://127.0.0.1:4599 secretsmanager list-secrets", "any AWS tool can call it")).WithExits("0 stopped by Ctrl+C or a signal, 2 usage or configuration error");
        foreach (var option in (Option[])[Port, Host, InMemory, DevCredentials, Account])
            command.Options.Add(option);
        StoreFolderOptions.AddTo(command);
        StoreServingOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var endpoint = ReadEndpoint(parse);
        var asked = new StoreOptions
        {
            DataDirectory = parse.GetValue(InMemory) ? null : StoreFolderOptions.ReadFolder(parse, terminal),
            RootKey = parse.GetValue(InMemory) ? null : StoreFolderOptions.ReadRootKey(parse, terminal),
            DevelopmentCredentials = ReadDevelopmentCredentials(parse),
            WallClock = terminal.Clock,
        };
        var options = StoreServingOptions.Apply(asked, parse, terminal);
        if (options.DevelopmentCredentials.Count > 0 && !IPAddress.IsLoopback(endpoint.Address))
            throw new UsageException($"--dev-credentials is for loopback only: everybody knows such a key. Leave it out, or listen on 127.0.0.1 instead of {endpoint.Address}.");

        var store = await ReferenceStore.OpenAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var heldStore = store.ConfigureAwait(false);
        var credentials = await FirstKeyAsync(store, options, parse, cancellationToken).ConfigureAwait(false);
        var server = await StartAsync(store, endpoint, cancellationToken).ConfigureAwait(false);
        await using var heldServer = server.ConfigureAwait(false);

        foreach (var known in options.DevelopmentCredentials)
            talk.Warn($"development credentials: whoever reaches this port may do everything in account {known.AccountId} with the access key {known.AccessKeyId}.");
        if (options.AllowTestRequests)
            talk.Warn("--allow-reset: whoever reaches this port on loopback may make the store forget everything.");
        if (credentials is not null)
            talk.Say($"A new store: its first access key is in {credentials} (set AWS_SHARED_CREDENTIALS_FILE to it).");
        talk.Say($"Listening on {server.Address.ToString().TrimEnd('/')}, {options.DataDirectory ?? "in memory"}. Try: aws --endpoint-url {server.Address.ToString().TrimEnd('/')} secretsmanager list-secrets");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, terminal.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            talk.Say("Stopping.");
        }

        return ExitCode.Clean;
    }

    // A store that nobody can call is of no use: a new one gets an account, and its root an access key that is told once.
    private static async Task<string?> FirstKeyAsync(ReferenceStore store, StoreOptions options, ParseResult parse, CancellationToken cancellationToken)
    {
        if (store.Accounts.AccountIds.Count > 0)
            return null;
        if (options.DataDirectory is not { } folder)
            throw new UsageException("A store in memory has no access key yet: name one with --dev-credentials KEY:SECRET.");

        var root = await store.Accounts.CreateAccountAsync(ReadAccount(parse), "default").ConfigureAwait(false);
        var file = Path.Combine(folder, "credentials");
        await CredentialsFile.WriteAsync(file, [("default", await store.Accounts.CreateAccessKeyAsync(root).ConfigureAwait(false))], cancellationToken).ConfigureAwait(false);
        return file;
    }

    private static async Task<StoreServer> StartAsync(ReferenceStore store, IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreServer.StartAsync(store, endpoint, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            throw new UsageException($"The store cannot listen on {endpoint}: {refused.Message} Take another port with --port.", refused);
        }
    }

    private static IPEndPoint ReadEndpoint(ParseResult parse)
    {
        var port = parse.GetValue(Port);
        if (port is < 0 or > 65535)
            throw new UsageException($"--port {port} must be from 0 to 65535.");
        var host = parse.GetRequiredValue(Host);
        return IPAddress.TryParse(host == "localhost" ? "127.0.0.1" : host, out var address)
            ? new(address, port)
            : throw new UsageException($"--host '{host}' is no IP address. Write 127.0.0.1, or 0.0.0.0 for every interface.");
    }

    private static IReadOnlyList<DevelopmentCredentials> ReadDevelopmentCredentials(ParseResult parse)
    {
        var pairs = parse.GetValue(DevCredentials) ?? [];
        if (pairs.Length == 0)
            return [];
        var account = ReadAccount(parse);
        try
        {
            return [.. pairs.Select(pair => DevelopmentCredentials.Parse(pair, account))];
        }
        catch (FormatException malformed)
        {
            throw new UsageException($"--dev-credentials: {malformed.Message}", malformed);
        }
    }

    private static string ReadAccount(ParseResult parse)
    {
        var account = parse.GetRequiredValue(Account);
        return account.Length == 12 && account.All(char.IsAsciiDigit)
            ? account
            : throw new UsageException($"--account '{account}' is no account id: it has twelve digits.");
    }
}
