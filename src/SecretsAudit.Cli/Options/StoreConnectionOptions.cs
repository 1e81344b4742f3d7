using System.CommandLine;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Store;

namespace SecretsAudit.Cli.Options;

/// <summary>Which store a command works on: a served one with <c>--endpoint-url</c>, else the one in a folder.</summary>
internal static class StoreConnectionOptions
{
    private const string DefaultRegion = "eu-west-1";

    private static readonly Option<string> EndpointUrl = new("--endpoint-url") { Description = "A served store; AWS_ENDPOINT_URL by default. Without one the store in --data is opened.", HelpName = "URL" };

    private static readonly Option<string> Profile = new("--profile") { Description = "The profile of ~/.aws that calls a served store. Default: AWS's own chain of credentials.", HelpName = "NAME" };

    private static readonly Option<string> Region = new("--region") { Description = $"The region. Default: AWS_REGION, else {DefaultRegion}.", HelpName = "REGION" };

    private static readonly Option<string> Account = new("--account") { Description = "The account in a folder that holds several.", HelpName = "ID" };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[EndpointUrl, Profile, Region, Account])
            command.Options.Add(option);
        StoreFolderOptions.AddTo(command);
    }

    /// <exception cref="UsageException">The endpoint is no address, or there is no such store.</exception>
    public static Task<ConnectedStore> ConnectAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var region = Given(parse.GetValue(Region)) ?? Given(terminal.Variable("AWS_REGION")) ?? Given(terminal.Variable("AWS_DEFAULT_REGION")) ?? DefaultRegion;
        if ((Given(parse.GetValue(EndpointUrl)) ?? Given(terminal.Variable("AWS_ENDPOINT_URL"))) is not { } endpoint)
        {
            var options = new StoreOptions
            {
                DataDirectory = StoreFolderOptions.ReadFolder(parse, terminal),
                RootKey = StoreFolderOptions.ReadRootKey(parse, terminal),
                WallClock = terminal.Clock,
            };
            return ConnectedStore.OpenAsync(options, parse.GetValue(Account), region, cancellationToken);
        }

        return Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? ConnectedStore.CallAsync(address, parse.GetValue(Profile), region, terminal.Clock, cancellationToken)
            : throw new UsageException($"--endpoint-url '{endpoint}' is no address. Write http://127.0.0.1:4599, for example.");
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
