using System.Collections.Immutable;
using System.Security.Cryptography;
using SecretsAudit.Iam;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Accounts;

/// <summary>The accounts that the store serves, with their principals, policies and access keys. Changes are durable when they return.</summary>
public sealed class AccountRegistry
{
    private readonly StoreState _state;
    private readonly Writer _writer;
    private readonly Envelope _envelope;
    private readonly Identifiers _identifiers;
    private readonly TimeProvider _clock;
    private readonly Action<string> _forgetKey;

    internal AccountRegistry(StoreState state, Writer writer, Envelope envelope, Identifiers identifiers, TimeProvider clock, Action<string> forgetKey) =>
        (_state, _writer, _envelope, _identifiers, _clock, _forgetKey) = (state, writer, envelope, identifiers, clock, forgetKey);

    /// <summary>The ids of all accounts, in order.</summary>
    public IReadOnlyList<string> AccountIds => [.. _state.Accounts.Select(account => account.AccountId).Order(StringComparer.Ordinal)];

    /// <summary>Finds a principal by its IAM ARN.</summary>
    public Principal? Find(string arn) => _state.Principal(arn);

    /// <summary>Adds an account (or renames it) and answers its root.</summary>
    /// <exception cref="FormatException">The id is not 12 digits.</exception>
    public async Task<Principal> CreateAccountAsync(string accountId, string name, string? organizationId = null)
    {
        var account = new Account { AccountId = AccountNumber.Require(accountId), Name = name, OrganizationId = organizationId };
        var root = new Principal { AccountId = accountId, Kind = PrincipalKind.Root, Name = "root", Path = "/", UniqueId = accountId };
        await WriteAsync(account, new PrincipalRow(root)).ConfigureAwait(false);
        return root;
    }

    /// <summary>Adds an IAM user with its identity policies.</summary>
    /// <exception cref="ArgumentException">The account is unknown or a policy is not one that AWS would take.</exception>
    public Task<Principal> CreateUserAsync(string accountId, string name, IReadOnlyDictionary<string, string>? policies = null, IReadOnlyDictionary<string, string>? tags = null) =>
        CreateAsync(accountId, name, PrincipalKind.User, "AIDA", policies, tags);

    /// <summary>Adds an IAM role with its identity policies.</summary>
    /// <exception cref="ArgumentException">The account is unknown or a policy is not one that AWS would take.</exception>
    public Task<Principal> CreateRoleAsync(string accountId, string name, IReadOnlyDictionary<string, string>? policies = null, IReadOnlyDictionary<string, string>? tags = null) =>
        CreateAsync(accountId, name, PrincipalKind.Role, "AROA", policies, tags);

    /// <summary>Attaches an identity policy to a user or role, in place of the one of that name.</summary>
    /// <exception cref="ArgumentException">The policy is not one that AWS would take.</exception>
    public async Task<Principal> PutPolicyAsync(Principal principal, string policyName, string policy)
    {
        ArgumentNullException.ThrowIfNull(principal);
        Require(policyName, policy);
        return await ChangeAsync(principal, present => present with { Policies = present.Policies.SetItem(policyName, policy) }).ConfigureAwait(false);
    }

    /// <summary>Sets a user's or role's permissions boundary, a managed policy's ARN; null takes it away.</summary>
    /// <exception cref="ArgumentException">The store knows no such policy.</exception>
    public Task<Principal> PutPermissionsBoundaryAsync(Principal principal, string? policyArn)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return policyArn is null || ManagedPolicy.DocumentOf(_state, policyArn) is not null
            ? ChangeAsync(principal, present => present with { BoundaryArn = policyArn })
            : throw new ArgumentException($"The store has no managed policy {policyArn}.", nameof(policyArn));
    }

    /// <summary>Removes a principal and its access keys' use; policies that name it stay as they are.</summary>
    public Task DeleteAsync(Principal principal) => _writer.SubmitAsync(transaction =>
    {
        transaction.Delete(new(RowKind.Principal, principal.Arn));
        return true;
    });

    /// <summary>Makes an access key for a root or a user; the secret is answered this once.</summary>
    public async Task<AccessKeyCredentials> CreateAccessKeyAsync(Principal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var id = _identifiers.Unique("AKIA")[..20];
        var secret = Identifiers.SecretAccessKey();
        await WriteAsync(new AccessKey
        {
            AccessKeyId = id,
            PrincipalArn = principal.Arn,
            SealedSecret = _envelope.SealCredential(id, secret),
            Created = _clock.GetUtcNow(),
        }).ConfigureAwait(false);
        return new(id, secret);
    }

    /// <summary>Gives a root or a user a virtual MFA device, in place of the one of that name; the seed is answered this once.</summary>
    /// <exception cref="ArgumentException">The principal is a role, which has no devices.</exception>
    public async Task<MfaEnrollment> AddMfaDeviceAsync(Principal principal, string deviceName)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.Kind == PrincipalKind.Role)
        {
            throw new ArgumentException($"{principal.Arn} is a role: MFA devices are users'.", nameof(principal));
        }

        var seed = RandomNumberGenerator.GetBytes(OneTimeCode.SeedLength);
        var device = new MfaDevice($"arn:aws:iam::{principal.AccountId}:mfa/{deviceName}", []);
        device = device with { SealedSeed = _envelope.SealCredential(device.SerialNumber, seed) };
        await ChangeAsync(principal, present => present with
        {
            MfaDevices = [.. present.MfaDevices.Where(one => one.SerialNumber != device.SerialNumber), device],
        }).ConfigureAwait(false);
        return new(device.SerialNumber, seed);
    }

    /// <summary>Deletes an access key; calls signed with it are refused from now on.</summary>
    public async Task DeleteAccessKeyAsync(string accessKeyId)
    {
        await _writer.SubmitAsync(transaction =>
        {
            transaction.Delete(new(RowKind.AccessKey, accessKeyId));
            return true;
        }).ConfigureAwait(false);
        _forgetKey(accessKeyId);
    }

    private static void Require(string policyName, string policy)
    {
        var parse = PolicyDocument.Parse(policy, PolicyKind.Identity);
        if (!parse.IsValid)
        {
            throw new ArgumentException($"The policy {policyName} is not valid: {parse.Errors.First()}", nameof(policy));
        }
    }

    private async Task<Principal> CreateAsync(
        string accountId, string name, PrincipalKind kind, string idPrefix, IReadOnlyDictionary<string, string>? policies, IReadOnlyDictionary<string, string>? tags)
    {
        if (_state.Account(accountId) is null)
        {
            throw new ArgumentException($"The store has no account {accountId}.", nameof(accountId));
        }

        foreach (var (policyName, policy) in policies ?? ImmutableDictionary<string, string>.Empty)
        {
            Require(policyName, policy);
        }

        var slash = name.LastIndexOf('/');
        var principal = new Principal
        {
            AccountId = accountId,
            Kind = kind,
            Name = name[(slash + 1)..],
            Path = slash < 0 ? "/" : "/" + name[..(slash + 1)].TrimStart('/'),
            UniqueId = _identifiers.Unique(idPrefix),
            Policies = (policies ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Tags = (tags ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
        await WriteAsync(new PrincipalRow(principal)).ConfigureAwait(false);
        return principal;
    }

    private Task<Principal> ChangeAsync(Principal principal, Func<Principal, Principal> change) => _writer.SubmitAsync(transaction =>
    {
        var changed = change(transaction.Principal(principal.Arn) ?? throw new ArgumentException($"{principal.Arn} is gone.", nameof(principal)));
        transaction.Put(new PrincipalRow(changed));
        return changed;
    });

    private Task<bool> WriteAsync(params IReadOnlyList<Row> rows) => _writer.SubmitAsync(transaction =>
    {
        foreach (var row in rows)
        {
            transaction.Put(row);
        }

        return true;
    });
}
