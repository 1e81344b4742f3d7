using SecretsAudit.Iam;
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
    /// <param name="context">What it vouches for, as condition keys; those of the call itself are added.</param>
    /// <param name="alsoNeeded">A further action that the trust policy must allow, such as <c>sts:TagSession</c>.</param>
    /// <exception cref="AccessDeniedException">There is no such role, or its trust policy does not allow it.</exception>
    public static Principal RequireRole(Call call, string roleArn, string providerArn, RequestContext context, params ReadOnlySpan<string> alsoNeeded)
    {
        context.Add("aws:SourceIp", call.Caller.SourceIp);
        context.Add("aws:SecureTransport", call.Caller.SecureTransport ? "true" : "false");
        context.Add("aws:RequestedRegion", call.Region);
        context.Add("aws:FederatedProvider", providerArn);
        var role = call.State.Principal(roleArn) is { Kind: PrincipalKind.Role, TrustPolicy: not null } found ? found : null;
        foreach (var action in (ReadOnlySpan<string>)[call.Operation.Permission, .. alsoNeeded])
        {
            if (role is null || !Trusts(role, providerArn, action, context))
            {
                throw new AccessDeniedException("Not authorized to perform " + action);
            }
        }

        return role!;
    }

    private static bool Trusts(Principal role, string providerArn, string action, RequestContext context) =>
        PolicyEvaluator.Decide(
            new AccessRequest(SecretsAudit.Iam.Principal.Federated(providerArn), action, role.Arn, context, role.AccountId),
            new()
            {
                Resource = PolicyDocument.Parse(role.TrustPolicy!, PolicyKind.RoleTrust, int.MaxValue).Document,
                ResourceRule = ResourcePolicyRule.MustAllow,
            }).IsAllowed;
}
