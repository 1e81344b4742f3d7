using System.Collections.Immutable;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The grants on keys: who may do what with them, beside the policies.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/grants.html"/>
internal static class Grants
{
    /// <summary>The grants on one key, in order of creation.</summary>
    public static IEnumerable<KmsGrant> On(Call call, KmsKey key) =>
        Stored(call, key.Account, key.Region, key.KeyId + "/").TakeWhile(grant => grant.KeyId == key.KeyId).OrderBy(grant => grant.Created).ThenBy(grant => grant.GrantId, StringComparer.Ordinal);

    /// <summary>Every grant of an account and region, by name.</summary>
    public static IEnumerable<KmsGrant> Stored(Call call, string account, string region, string? after = null) =>
        call.Services.State.Shelf(RowKind.KmsGrant, account, region).From(after).Cast<KmsGrant>();

    /// <summary>Whether a grant lets the caller.</summary>
    public static bool Allow(Call call, KmsKey key, KeyUse use) =>
        On(call, key).Any(grant => grant.Operations.Contains(use.Operation) && Names(grant.GranteePrincipal, call.Caller) && Fits(grant, use.Context));

    /// <summary>Whether a principal in a grant is the caller: the ARN itself, a role's session, or the account's root.</summary>
    public static bool Names(string? principal, Caller caller) => principal is not null
        && (principal == caller.Arn || principal == caller.Principal.Arn
            || (caller.Principal.Kind == PrincipalKind.Root && principal == caller.Principal.AccountId));

    /// <exception cref="InvalidGrantIdException">The key has no such grant.</exception>
    public static KmsGrant Require(Call call, KmsKey key, string grantId) =>
        (KmsGrant?)call.State.Find(ScopedRow.IdOf(RowKind.KmsGrant, key.Account, key.Region, KmsGrant.NameOf(key.KeyId, grantId)))
            ?? throw new NotFoundException($"Grant ID {grantId} not found");

    /// <summary>The token of a grant: it names the grant, so that it works before the grant has spread.</summary>
    public static string Token(KmsGrant grant) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{grant.Account}/{grant.Region}/{grant.KeyId}/{grant.GrantId}"));

    /// <summary>The grant that a token names; null when it names none.</summary>
    public static KmsGrant? Of(Call call, string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && System.Text.Encoding.UTF8.GetString(bytes, 0, length).Split('/') is [var account, var region, var key, var grant]
            ? (KmsGrant?)call.State.Find(ScopedRow.IdOf(RowKind.KmsGrant, account, region, KmsGrant.NameOf(key, grant)))
            : null;
    }

    private static bool Fits(KmsGrant grant, IReadOnlyDictionary<string, string>? context)
    {
        bool Holds(ImmutableSortedDictionary<string, string> wanted) =>
            wanted.All(pair => context?.TryGetValue(pair.Key, out var value) is true && value == pair.Value);
        return (grant.ContextSubset is not { } subset || Holds(subset))
            && (grant.ContextEquals is not { } equal || (Holds(equal) && context?.Count == equal.Count));
    }
}
