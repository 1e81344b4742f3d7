using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.Alarms;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Events;
using SecretsAudit.Store.Hosting;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Telemetry;
using SecretsAudit.Store.Time;
using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store;

/// <summary>
/// The reference store: AWS Secrets Manager with the parts of KMS, CloudTrail, Config and STS around it, for many accounts and every
/// region, in memory or durable in a folder.
/// </summary>
public sealed class ReferenceStore : IAsyncDisposable
{
    private readonly Writer _writer;
    private readonly AuditTrail _trail;
    private readonly EventBus _events;
    private readonly Envelope _envelope;
    private readonly StoreFolder? _folder;
    private readonly Dispatcher _dispatcher;
    private readonly DueWork _due;
    private readonly Identifiers _identifiers;
    private readonly HttpClient _targets = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    // A server may close a connection that is kept just as the next step is sent over it, and a request with a body is not sent again: none is kept.
    private readonly HttpClient _functions = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });
    private readonly StoreStatistics _statistics = new();

    private ReferenceStore(StoreOptions options, StoreFolder? folder, RootKey root, IJournal journal, ITrailLog trailLog, ILogger logger)
    {
        _folder = folder;
        Options = options;
        State = new StoreState();
        State.PublishAll(journal.Load());
        Clock = new StoreClock(options.WallClock, StartAt(options, State.Clock), options.Ticking);
        _writer = new Writer(State, journal, _statistics);
        _events = new EventBus(options.EventTargets, _targets, options.WallClock, logger);
        _trail = new AuditTrail(trailLog, logger, Happened);
        _envelope = new Envelope(root);
        State.OnKeyDeleted = _envelope.Forget;
        _identifiers = new Identifiers(options.IdentifierSeed);
        RotationFunctions = new RotationFunctions
        {
            MayInvoke = arn => !options.RotationEndpoints.ContainsKey(arn) || RotationPermission.Allows(State, arn),
        };
        foreach (var (arn, endpoint) in options.RotationEndpoints)
        {
            RotationFunctions.Register(arn, new HttpRotationFunction(_functions, endpoint).RunAsync);
        }

        foreach (var (arn, make) in options.RotationFunctions)
        {
            RotationFunctions.Register(arn, make(this));
        }

        var services = new StoreServices
        {
            Envelope = _envelope,
            Identifiers = _identifiers,
            Access = new PolicyAccess(State),
            Trail = _trail,
            RotationFunctions = RotationFunctions,
            WebIdentityKeys = options.WebIdentityKeys,
            State = State,
        };
        var authenticator = new Authenticator(State, _envelope, options.WallClock, Clock, options.SignatureSkew, options.DevelopmentCredentials);
        var rotations = new RotationRunner(services, _writer, Clock);
        rotations.ManagedRotation = new GeneratedValueRotation(this, secret => ServiceRole.CallerFor(secret.Account)).RunAsync;
        _dispatcher = new Dispatcher(services, _writer, Clock, _statistics, logger) { OnRotation = rotations.RunAsync, OmitsTrail = options.OmitsTrail };
        _due = new DueWork(services, _writer, Clock, rotations) {
            TrailRetention = options.TrailRetention,
            Alarms = new AlarmWatch(options.Alarms, State, _identifiers, _events.Publish),
            Deliveries = (options.BucketDirectory ?? (options.DataDirectory is { } data ? Path.Combine(data, "buckets") : null)) is { } buckets
                ? new TrailDelivery(services, _writer, buckets) : null,
        };
        Accounts = new AccountRegistry(State, _writer, _envelope, _identifiers, Clock, authenticator.Forget);
        Edge = new Edge(authenticator, _dispatcher, _identifiers, options.MaxBodyBytes, logger);
    }

    /// <summary>The store's time; move it with <see cref="MoveClockAsync"/>.</summary>
    public StoreClock Clock { get; }

    /// <summary>Accounts, principals, policies and access keys.</summary>
    public AccountRegistry Accounts { get; }

    /// <summary>Accounts and regions that hold secrets.</summary>
    public IReadOnlyList<(string Account, string Region)> Scopes => [.. State.Regions.SelectMany(region => region.Secrets).Select(secret => (secret.Account, secret.Region)).Distinct().Order()];

    /// <summary>The Lambda functions that rotations can call.</summary>
    public RotationFunctions RotationFunctions { get; }

    internal StoreOptions Options { get; }

    internal StoreState State { get; }

    internal Edge Edge { get; }

    internal Envelope Envelope => _envelope;

    /// <summary>Whether the last write reached the disk; a store that cannot write still serves reads.</summary>
    public bool IsWritable => _writer.IsHealthy;

    /// <summary>What it holds and how it is.</summary>
    public StoreStatus Status => new()
    {
        Time = Clock.GetUtcNow(),
        Accounts = Accounts.AccountIds,
        Secrets = State.SecretCount,
        PendingTrailEvents = _trail.PendingCount,
        LostTrailEvents = _trail.LostCount,
        IsWritable = IsWritable,
        Bytes = _folder is { } folder ? new DirectoryInfo(folder.Path).EnumerateFiles().Where(file => file.Name.Contains(".db", StringComparison.Ordinal) || file.Extension == ".log").Sum(file => file.Length) : 0,
    };

    /// <summary>Opens a store; with a new data folder it makes one.</summary>
    /// <exception cref="RootKeyException">The root key is missing, unsafe or not this store's; nothing was touched.</exception>
    /// <exception cref="StoreInUseException">Another process has the folder open.</exception>
    /// <exception cref="StoreDamagedException">A file does not hold what was written, or has a newer format.</exception>
    public static async Task<ReferenceStore> OpenAsync(StoreOptions options, ILogger? logger = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var store = Open(options, logger ?? NullLogger.Instance);
        foreach (var development in options.DevelopmentCredentials.Where(pair => store.State.Account(pair.AccountId) is null))
        {
            await store.Accounts.CreateAccountAsync(development.AccountId, "development").ConfigureAwait(false);
        }

        return store;
    }

    /// <summary>A message handler for HTTP clients that reaches this store without a socket, through the same pipeline, signatures included.</summary>
    public HttpMessageHandler CreateHandler() => new StoreMessageHandler(Edge);

    /// <summary>Moves the store's clock forward and does, each at its own time, what falls due: rotations, deletions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target lies in the store's past.</exception>
    public Task MoveClockAsync(DateTimeOffset target, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, Clock.GetUtcNow());
        return _due.MoveClockAsync(target, cancellationToken);
    }

    /// <summary>Does what is due now; a server calls it every second.</summary>
    public Task RunDueWorkAsync(CancellationToken cancellationToken) => _due.RunAsync(cancellationToken);

    /// <summary>
    /// Writes the trail as CloudTrail's gzipped JSON files, one for each account, region and day, under <c>AWSLogs/</c> in a folder; answers
    /// the files' paths.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public Task<IReadOnlyList<string>> ExportTrailAsync(string directory, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new TrailExport(_trail, directory).WriteAsync(from, to, cancellationToken);
    }

    /// <summary>
    /// Puts the store's key under another root key while it serves. Only that one key is written anew; the old root key opens the store no
    /// more.
    /// </summary>
    /// <exception cref="InvalidOperationException">The store has no data folder.</exception>
    /// <exception cref="RootKeyException">The new root key is missing, unsafe or malformed; nothing was changed.</exception>
    public void RotateRootKey(RootKeySource next)
    {
        ArgumentNullException.ThrowIfNull(next);
        (_folder ?? throw new InvalidOperationException("A store without a data folder has no root key to rotate.")).RotateRootKey(next);
    }

    /// <summary>
    /// Forgets everything but the accounts, their roots and the roots' access keys, the audit trail included, as test suites want it between
    /// two tests. The clock stays where it is.
    /// </summary>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _writer.SubmitAsync(transaction =>
        {
            foreach (var row in State.Rows.Where(row => !IsPartOfAnAccount(row)))
            {
                transaction.Delete(row.Id);
            }

            return true;
        }).ConfigureAwait(false);
        await _trail.ClearAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _trail.DisposeAsync().ConfigureAwait(false);
        await _events.DisposeAsync().ConfigureAwait(false);
        _due.Dispose();
        _targets.Dispose();
        _functions.Dispose();
        _envelope.Dispose();
        _folder?.Dispose();
    }

    /// <summary>A call without HTTP and without a signature; everything behind them is the same: checks, access, trail, durability.</summary>
    /// <exception cref="Wire.Errors.AwsException">AWS's answer to a call that cannot be done.</exception>
    internal async Task<TResponse> InvokeAsync<TResponse>(Caller caller, string region, IRequest<TResponse> request, CancellationToken cancellationToken = default)
        where TResponse : class
    {
        object complete = request is IIdempotent { ClientRequestToken: null } open ? open.WithToken(_identifiers.Uuid()) : request;
        var operation = OperationCatalogue.Of(complete.GetType());
        var answer = await _dispatcher.InvokeAsync(operation, complete, caller, region, _identifiers.Uuid(), cancellationToken).ConfigureAwait(false);
        return (TResponse)answer.Response;
    }

    /// <summary>Ends when everything that was recorded so far is appended.</summary>
    internal Task FlushTrailAsync() => _trail.FlushAsync();

    /// <summary>The store's counts as Prometheus reads them.</summary>
    internal byte[] WriteMetrics() => PrometheusText.Write(
        _statistics, _trail.PendingCount, _trail.LostCount, State.SecretCount, State.Regions.SelectMany(region => OverdueRotations.Ages(region, Clock.GetUtcNow())).DefaultIfEmpty(TimeSpan.Zero).Max());

    /// <exception cref="InvalidOperationException">The store has no data folder.</exception>
    internal StoreBackup Backup(string impossible) => new(State, _writer, _trail, _folder ?? throw new InvalidOperationException(impossible));

    private void Happened(TrailEvent happened)
    {
        if (happened is { IsServiceEvent: true, Name: "RotationSucceeded" or "RotationFailed" })
        {
            _statistics.Rotated(happened.Name == "RotationSucceeded");
        }

        if (Options.EventTargets.Count > 0)
        {
            _events.Publish(happened);
        }
    }

    private static bool IsPartOfAnAccount(Row row) => row switch
    {
        Account => true,
        PrincipalRow { Principal.Kind: PrincipalKind.Root } => true,
        AccessKey key => key.PrincipalArn.EndsWith(":root", StringComparison.Ordinal),
        _ => false,
    };

    private static ReferenceStore Open(StoreOptions options, ILogger logger)
    {
        if (options.DataDirectory is not { } directory)
        {
            using var ephemeral = RootKey.Random();
            return new(options, null, ephemeral, new NullJournal(), new MemoryTrailLog(), logger);
        }

        var folder = StoreFolder.Open(directory, options.RootKey);
        LoggedJournal? journal = null;
        SqliteTrailLog? trail = null;
        try
        {
            journal = new LoggedJournal(folder.Path, folder.Key, options.CheckpointBytes);
            trail = new SqliteTrailLog(folder.Path);
            return new(options, folder, folder.Key, journal, trail, logger);
        }
        catch
        {
            trail?.Dispose();
            journal?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    // After a restart time goes on from where the clock had been moved to, plus what has passed outside since.
    private static DateTimeOffset? StartAt(StoreOptions options, ClockRow? moved)
    {
        if (moved is null)
        {
            return options.StartAt;
        }

        var passed = options.Ticking ? options.WallClock.GetUtcNow() - moved.WallAtMove : TimeSpan.Zero;
        var resumed = moved.MovedTo + (passed > TimeSpan.Zero ? passed : TimeSpan.Zero);
        return options.StartAt is { } wanted && wanted > resumed ? wanted : resumed;
    }
}
