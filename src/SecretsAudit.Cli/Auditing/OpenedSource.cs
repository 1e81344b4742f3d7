using SecretsAudit.Collectors;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Auditing;

/// <summary>A source that can be read, with what comes with it.</summary>
/// <param name="inventory">Reads the inventory.</param>
/// <param name="asOf">The moment that the inventory is of; null for now.</param>
/// <param name="held">What must be kept until the inventory is read; null for nothing.</param>
internal sealed class OpenedSource(IInventorySource inventory, DateTimeOffset? asOf, IAsyncDisposable? held) : IAsyncDisposable
{
    public IInventorySource Inventory => inventory;

    public DateTimeOffset? AsOf => asOf;

    /// <summary>Whether it states what does not exist yet, in no account.</summary>
    public bool IsTemplate => inventory is TemplateSource;

    /// <exception cref="UsageException">There is no such source.</exception>
    /// <exception cref="InventorySourceException">It cannot be used as asked.</exception>
    public static async Task<OpenedSource> OpenAsync(SourceSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        switch (settings.Kind)
        {
            case "store":
                var sample = await SampleStore.BuildAsync(cancellationToken).ConfigureAwait(false);
                return new(sample.Inventory, SampleStore.AsOf, sample);
            case "aws":
                var targets = AwsTargets.Find(settings.Profiles, settings.Regions);
                return new(new AwsInventorySource(targets, new AwsConnection { Endpoint = settings.Endpoint, TrailFolder = settings.TrailFolder }, terminal.Clock), null, null);
            default:
                var path = terminal.FullPath(settings.Kind);
                if (!File.Exists(path))
                    throw new UsageException($"--source '{settings.Kind}' is neither 'store', 'aws' nor a file that exists.");
                if (TemplateSource.IsTemplate(path))
                    return new(TemplateSource.Open(path, settings.Kind.Replace('\\', '/'), terminal.Clock), null, null);
                var file = new InventoryFileSource(path);
                var head = await file.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
                return new(file, head.AsOf, null);
        }
    }

    public ValueTask DisposeAsync() => held?.DisposeAsync() ?? ValueTask.CompletedTask;
}
