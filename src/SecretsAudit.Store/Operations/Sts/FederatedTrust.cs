using SecretsAudit.Iam;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;
using Principal = SecretsAudit.Store.Accounts.Principal;
using PrincipalKind = SecretsAudit.Store.Accounts.PrincipalKind;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Whether a role trusts what an identity provider says of somebody.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html"/>
internal static class FederatedTrust
{
    /// <summary>The role that is asked for.</summary>
    /// <param name="call">The call, which carries no signature.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="providerArn">The provider that vouches.</param>
    /// <param name="vouched">What it vouches for, as condition keys; those of the call itself are added.</param>
    /// <param name="tags">The session's tags, which the trust policy must let the provider set.</param>
    /// <param name="source">The session's source identity, likewise; null for none.</param>
    /// <exception cref="AccessDeniedException">There is no such role, or its trust policy does not allow it.</exception>
    public static Principal RequireRole(
        Call call, string roleArn, string providerArn, IEnumerable<KeyValuePair<string, string>> vouched, SessionTags tags, string? source)
    {
        providerArn = Arn.InPartition(providerArn, call.Caller.Partition);
        List<KeyValuePair<string, string>> keys =
        [
            .. vouched, .. TagConditionKeys.OfRequest(tags.Requested),
            new("aws:SourceIp", call.Caller.SourceIp), new("aws:SecureTransport", call.Caller.SecureTransport ? "true" : "false"),
            new("aws:RequestedRegion", call.Region), new("aws:FederatedProvider", providerArn),
        ];
        List<string> actions = [call.Operation.Permission];
        if (tags.Requested.Count > 0)
        {
            actions.Add("sts:TagSession");
        }

        if (source is not null)
        {
            keys.Add(new("sts:SourceIdentity", source));
            actions.Add("sts:SetSourceIdentity");
        }

        var context = new RequestContext();
        foreach (var group in keys.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase))
        {
            context.Add(group.Key, [.. group]);
        }

        var role = call.State.Principal(roleArn) is { Kind: PrincipalKind.Role, TrustPolicy: not null } found ? found : null;
        return role is not null && actions.TrueForAll(action => Trusts(role, Arn.InPartition(role.Arn, call.Caller.Partition), providerArn, action, context))
            ? role : throw new AccessDeniedException("Not authorized to perform " + call.Operation.Permission);
    }

    private static bool Trusts(Principal role, string roleArn, string providerArn, string action, RequestContext context) =>
        PolicyEvaluator.Decide(
            new AccessRequest(SecretsAudit.Iam.Principal.Federated(providerArn), action, roleArn, context, role.AccountId),
            new()
            {
                Resource = PolicyDocument.Parse(role.TrustPolicy!, PolicyKind.RoleTrust, int.MaxValue).Document,
                ResourceRule = ResourcePolicyRule.MustAllow,
            }).IsAllowed;
}
