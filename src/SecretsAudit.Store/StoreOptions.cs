using System.Security.Cryptography.X509Certificates;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store;

/// <summary>How a <see cref="ReferenceStore"/> is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>The folder that holds the store's files; <see langword="null"/> (the default) keeps everything in memory only.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>
    /// Where the 32-byte root key comes from. Default: a file <c>root.key</c> in <see cref="DataDirectory"/>, made on first use with
    /// owner-only rights, or a key that lives as long as the process when there is no folder.
    /// </summary>
    public RootKeySource? RootKey { get; init; }

    /// <summary>The time of the outside world: request signatures are judged by it, and the store's clock follows it. Default: the system's.</summary>
    public TimeProvider WallClock { get; init; } = TimeProvider.System;

    /// <summary>The store's time when it opens; default: the wall clock's, or later when the folder has already seen a later time.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Whether store time runs on with the wall clock (default), or stands still until it is moved.</summary>
    public bool Ticking { get; init; } = true;

    /// <summary>
    /// Makes version ids, ARN suffixes, key ids and event ids reproducible; default: random. Keys and ciphertext are always random.
    /// </summary>
    public int? IdentifierSeed { get; init; }

    /// <summary>Well-known keys for development, each for the root of its account; <see cref="Hosting.StoreServer"/> then binds to loopback only. Default: none.</summary>
    public IReadOnlyList<DevelopmentCredentials> DevelopmentCredentials { get; init; } = [];

    /// <summary>
    /// Rotation functions behind HTTP: a Lambda function's ARN and the address of an endpoint that speaks Lambda's Invoke API, such as a
    /// Runtime Interface Emulator. Its resource policy (AddPermission) must let <c>secretsmanager.amazonaws.com</c> invoke it. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, Uri> RotationEndpoints { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, Uri>.Empty;

    /// <summary>
    /// Rotation functions in this process, by ARN: each is made when the store is opened, so that a rotation which was interrupted finds its function.
    /// Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, Func<ReferenceStore, Rotation.RotationFunction>> RotationFunctions { get; init; } =
        System.Collections.Immutable.ImmutableDictionary<string, Func<ReferenceStore, Rotation.RotationFunction>>.Empty;

    /// <summary>
    /// The keys of OpenID Connect providers, for AssumeRoleWithWebIdentity: the issuer without <c>https://</c>, and its JSON Web Key Set. The store
    /// fetches none, and takes no token of an issuer without keys. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> WebIdentityKeys { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>Where events go as EventBridge sends them; default: nowhere.</summary>
    public IReadOnlyList<Events.EventTarget> EventTargets { get; init; } = [];

    /// <summary>Thresholds that notify the <see cref="EventTargets"/>, judged whenever due work is done; default: none.</summary>
    public IReadOnlyList<Alarms.Alarm> Alarms { get; init; } = [];

    /// <summary>
    /// How long the trail keeps events, so that its file stays bounded; older ones go once a day of store time. Default and AWS's own limit for
    /// LookupEvents: 90 days; <see langword="null"/> keeps all. Export first what must stay longer.
    /// </summary>
    public TimeSpan? TrailRetention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// The folder of the buckets that trails deliver their log files to, one folder a bucket. Default: <c>buckets</c> in
    /// <see cref="DataDirectory"/>; without a data folder nothing is delivered.
    /// </summary>
    public string? BucketDirectory { get; init; }

    /// <summary>
    /// How far a signature's date may lie from the wall clock; default 5 minutes, as at AWS. A server for test suites that freeze their
    /// own clock may want more.
    /// </summary>
    public TimeSpan SignatureSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest request body, in bytes; default 1 MiB (the largest AWS request here is under 200 KiB).</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// Whether a served store answers what only test suites ask, and only over loopback: <c>POST /moto-api/reset</c> forgets everything
    /// but the accounts, <c>/_admin/clock</c> moves the clock. Default: no.
    /// </summary>
    public bool AllowTestRequests { get; init; }

    /// <summary>The certificate to serve TLS with; default: plain HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>How many connections are served at once; further ones are closed. Default 10,000.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>How long a stopping server waits for the requests in progress; default 20 seconds.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Leaves the audit trail out, so that a benchmark can tell what it costs; nobody outside can.</summary>
    internal bool OmitsTrail { get; init; }

    /// <summary>How long one request may take; default 30 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes of commits gather in a log before the database takes them over.</summary>
    internal long CheckpointBytes { get; init; } = Journal.LoggedJournal.CheckpointBytes;
}
