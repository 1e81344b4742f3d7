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
    private List<TrailResource>? _touched;

    public StoreServices Services => services;

    public Caller Caller => caller;

    public string Account => caller.Principal.AccountId;

    public string Region => region;

    public DateTimeOffset Now => now;

    public Operation Operation => operation;

    public IStateView State => state;

    /// <summary>The writer's view; only for operations that write.</summary>
    public Transaction Changes => (Transaction)state;

    public Envelope Envelope => services.Envelope;

    public Identifiers Identifiers => services.Identifiers;

    /// <summary>A rotation that starts once this call's changes are durable.</summary>
    public RotationOrder? RotationToStart { get; set; }

    /// <summary>The value that this call read.</summary>
    public (Secret Secret, SecretVersion Version)? ValueRead { get; set; }

    public IReadOnlyList<TrailResource> Touched => _touched ?? [];

    /// <summary>Notes a resource for the trail.</summary>
    public void Touch(string type, string arn)
    {
        _touched ??= [];
        if (!_touched.Exists(resource => resource.Arn == arn))
        {
            _touched.Add(new(type, arn));
        }
    }

    /// <exception cref="AccessDeniedException">The caller may not.</exception>
    public void Authorize(string resource, string resourceAccount, string? resourcePolicy, ImmutableArray<KeyValuePair<string, string>> conditionKeys) =>
        Authorize(operation.Permission, resource, resourceAccount, resourcePolicy, conditionKeys);

    /// <summary>For operations without a resource of their own, such as lists.</summary>
    public void AuthorizeAll() => Authorize("*", Account, null, []);

    /// <exception cref="AccessDeniedException">The caller may not.</exception>
    public void Authorize(
        string action, string resource, string resourceAccount, string? resourcePolicy, ImmutableArray<KeyValuePair<string, string>> conditionKeys)
    {
        var verdict = Decide(action, resource, resourceAccount, resourcePolicy, conditionKeys);
        if (!verdict.Allowed)
        {
            throw new AccessDeniedException($"User: {caller.Arn} is not authorized to perform: {action} on resource: {resource} {verdict.Reason}");
        }
    }

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
