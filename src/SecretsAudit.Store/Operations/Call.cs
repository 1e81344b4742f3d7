using System.Collections.Immutable;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations;

/// <summary>One call in progress: who, where, when, and what it may look up.</summary>
internal sealed class Call(StoreServices services, Operation operation, Caller caller, string region, IStateView state, DateTimeOffset now)
{
    private IStateView _state = state;
    private List<TrailResource>? _touched;
    private List<(Secret Secret, SecretVersion Version)>? _valuesRead;
    private List<(string Name, Secret Secret)>? _followed;
    private List<CallPart>? _parts;

    public StoreServices Services => services;

    public Caller Caller => caller;

    public string Account => caller.Principal.AccountId;

    public string Region => region;

    public DateTimeOffset Now => now;

    public Operation Operation => operation;

    public IStateView State => _state;

    /// <summary>The writer's view; only for operations that write.</summary>
    public Transaction Changes => (Transaction)_state;

    public Envelope Envelope => services.Envelope;

    public Identifiers Identifiers => services.Identifiers;

    /// <summary>The service through which a key is used, such as <c>ssm.eu-west-1.amazonaws.com</c>: the one of the key's region. Null for KMS itself.</summary>
    public string? ViaService(KmsKey key) => operation.Service == Wire.AwsService.Kms ? null : $"{operation.Service.SigningName}.{key.Region}.amazonaws.com";

    /// <summary>A rotation that starts once this call's changes are durable.</summary>
    public RotationOrder? RotationToStart { get; set; }

    /// <summary>What Secrets Manager goes on to do once this call's changes are durable, as events of the service.</summary>
    public IReadOnlyList<(string Name, Secret Secret)> Followed => _followed ?? [];

    /// <summary>Notes an event of the service that this call causes.</summary>
    public void Follow(string name, Secret secret) => (_followed ??= []).Add((name, secret));

    /// <summary>The calls that this one was made of.</summary>
    public IReadOnlyList<CallPart> Parts => _parts ?? [];

    /// <summary>Notes a part that has run: the trail shows it as a call of its own.</summary>
    public void NotePart(Call part, object request, AwsException? error)
    {
        foreach (var resource in part.Touched)
        {
            Touch(resource.Type, resource.Arn);
        }

        (_parts ??= []).Add(new(part, request, error));
    }

    /// <summary>Who the trail shows as the caller of an unsigned call; null for whoever signed.</summary>
    public TrailIdentity? ShownAs { get; set; }

    /// <summary>The values that this call read.</summary>
    public IReadOnlyList<(Secret Secret, SecretVersion Version)> ValuesRead => _valuesRead ?? [];

    public IReadOnlyList<TrailResource> Touched => _touched ?? [];

    /// <summary>Begins again over a transaction's rows; what an earlier run noted does not count.</summary>
    public void Restart(Transaction transaction)
    {
        _state = transaction;
        (_touched, _valuesRead, _followed, _parts, RotationToStart, ShownAs) = (null, null, null, null, null, null);
    }

    /// <summary>The same call on behalf of another operation, as a batch makes it for each of its parts.</summary>
    public Call For(Operation part) => new Call(services, part, caller, region, _state, now) { _valuesRead = _valuesRead ??= [] };

    /// <summary>Notes a resource for the trail.</summary>
    public void Touch(string type, string arn)
    {
        _touched ??= new(1);
        foreach (var resource in _touched)
        {
            if (resource.Arn == arn)
            {
                return;
            }
        }

        _touched.Add(new(type, arn));
    }

    /// <summary>Notes that a value was read, for the day of last access.</summary>
    public void NoteRead(Secret secret, SecretVersion version) => (_valuesRead ??= new(1)).Add((secret, version));

    /// <exception cref="AccessDeniedException">The caller may not.</exception>
    public void Authorize(
        string resource, string resourceAccount, string? resourcePolicy, ImmutableArray<KeyValuePair<string, string>> conditionKeys, string? named = null)
    {
        var verdict = Decide(operation.Permission, resource, resourceAccount, resourcePolicy, conditionKeys);
        if (!verdict.Allowed)
        {
            // AWS names the resource as the caller did.
            throw Refusal(operation.Permission, named ?? resource, verdict);
        }
    }

    /// <summary>AWS's message for a refusal.</summary>
    public AccessDeniedException Refusal(string permission, string resource, AccessVerdict verdict) =>
        new($"User: {caller.Arn} is not authorized to perform: {permission} on resource: {Arn.InPartition(resource, caller.Partition)} {verdict.Reason}");

    /// <summary>For operations without a resource of their own, such as lists.</summary>
    public void AuthorizeAll(ImmutableArray<KeyValuePair<string, string>>? conditionKeys = null) => Authorize("*", Account, null, conditionKeys ?? []);

    public AccessVerdict Decide(
        string action, string resource, string resourceAccount, string? resourcePolicy, ImmutableArray<KeyValuePair<string, string>> conditionKeys) =>
        services.Access.Decide(new()
        {
            Caller = caller,
            Action = action,
            Resource = resource,
            Region = region,
            ResourceAccount = resourceAccount,
            ResourcePolicy = resourcePolicy,
            At = now,
            ConditionKeys = conditionKeys,
        });
}

/// <summary>A call that was made as part of another one.</summary>
/// <param name="Call">With the part's operation, and what it touched.</param>
/// <param name="Request">What it asked for.</param>
/// <param name="Error">Why it was refused; null when it was not.</param>
internal sealed record CallPart(Call Call, object Request, AwsException? Error);
