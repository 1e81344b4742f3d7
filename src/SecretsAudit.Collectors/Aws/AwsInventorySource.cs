using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Reads AWS accounts, at AWS or at any endpoint that speaks its protocols. Never reads a secret's value.</summary>
public sealed class AwsInventorySource : IInventorySource
{
    private readonly IReadOnlyList<AwsTarget> _targets;
    private readonly AwsConnection _connection;
    private readonly TimeProvider _time;

    /// <param name="targets">The accounts and regions; at least one.</param>
    /// <param name="connection">How AWS is reached.</param>
    /// <param name="time">Stamps each fact with the time it was read, and paces calls.</param>
    /// <exception cref="ArgumentException">There is no target, or one without a region.</exception>
    public AwsInventorySource(IReadOnlyList<AwsTarget> targets, AwsConnection connection, TimeProvider time)
    {
        if (targets.Count == 0 || targets.Any(target => target.Regions.Count == 0))
            throw new ArgumentException("Name at least one target, and at least one region for each.", nameof(targets));
        (_targets, _connection, _time) = (targets, connection, time);
    }

    /// <inheritdoc/>
    public string Description
    {
        get
        {
            var regions = _targets.SelectMany(target => target.Regions).Distinct().Count();
            var where = _connection switch
            {
                { Handler: not null } => "store in this process",
                { Endpoint: { } endpoint } => $"AWS endpoint {endpoint}",
                _ => "AWS",
            };
            return $"{where} ({string.Join(", ", _targets.Select(target => target.Label))}; {regions} region{(regions == 1 ? "" : "s")})";
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = new Queue<(AwsTarget Target, Scope Scope)>();
        foreach (var target in _targets)
        {
            var (account, gap) = await AccountAsync(target, stop.Token).ConfigureAwait(false);
            if (gap is not null)
                yield return new InventoryItem.OfGap(gap);
            foreach (var region in account is null ? [] : target.Regions)
                waiting.Enqueue((target, new Scope(account!, region)));
        }

        // Several scopes are read at a time, and handed on one after the other: the order is the same in every run.
        var running = new Queue<(ChannelReader<InventoryItem> Items, Task Reading)>();
        try
        {
            while (waiting.Count > 0 || running.Count > 0)
            {
                while (running.Count < _connection.ParallelScopes && waiting.TryDequeue(out var next))
                    running.Enqueue(Start(next.Target, next.Scope, request, stop.Token));
                await foreach (var item in running.Peek().Items.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                    yield return item;
                await running.Dequeue().Reading.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running.Select(scope => scope.Reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(string? Account, Gap? Gap)> AccountAsync(AwsTarget target, CancellationToken cancellationToken)
    {
        if (target.Account is { } given)
            return (given, null);
        using var clients = new AwsClients(target, target.Regions[0], _connection);
        using var calls = new Calls(null, clients, 1, _time);
        var identity = await calls.TryAsync(
            "sts:GetCallerIdentity", target.ToString(), token => clients.Identity.GetCallerIdentityAsync(new(), token), cancellationToken).ConfigureAwait(false);
        return (identity.Value?.Account, identity.Gap);
    }

    private (ChannelReader<InventoryItem> Items, Task Reading) Start(AwsTarget target, Scope scope, InventoryRequest request, CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<InventoryItem>(new BoundedChannelOptions(512) { SingleReader = true, SingleWriter = true });
        return (channel.Reader, Task.Run(Read, cancellationToken));

        async Task Read()
        {
            try
            {
                using var clients = new AwsClients(target, scope.Region, _connection);
                using var reader = new ScopeReader(scope, clients, _connection, request, _time);
                await foreach (var item in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    await channel.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // What went wrong is this task's to tell, to whoever awaits it after the last item.
                channel.Writer.Complete();
            }
        }
    }
}
