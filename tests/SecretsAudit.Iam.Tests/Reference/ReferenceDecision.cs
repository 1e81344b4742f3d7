namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>All policies of one request.</summary>
internal sealed record ReferencePolicies
{
    public ReferencePolicy[] Identity { get; init; } = [];

    public ReferencePolicy? Resource { get; init; }

    public bool IsKey { get; init; }

    public ReferencePolicy? Boundary { get; init; }

    public ReferencePolicy[]? Session { get; init; }

    public ReferencePolicy[][] ServiceControl { get; init; } = [];

    public ReferencePolicy[][] ResourceControl { get; init; } = [];

    public ReferencePolicy? Endpoint { get; init; }
}

/// <summary>The order in which IAM comes to its decision.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html</remarks>
internal static class ReferenceDecision
{
    public static AccessOutcome Of(ReferenceRequest request, ReferencePolicies policies)
    {
        var isUserOrSession = request.Kind is "user" or "role" or "federated-user";
        var isLinkedRole = request.Behind?.Contains(":role/aws-service-role/", StringComparison.Ordinal) == true;
        var serviceControl = request.Account != null && !isLinkedRole ? policies.ServiceControl : [];
        var resourceControl = isLinkedRole ? [] : policies.ResourceControl;

        var all = serviceControl.SelectMany(level => level).Concat(resourceControl.SelectMany(level => level)).ToList();
        all.AddRange(new[] { policies.Resource, policies.Endpoint }.OfType<ReferencePolicy>());
        if (isUserOrSession)
            all.AddRange(policies.Identity.Append(policies.Boundary).Concat(policies.Session ?? []).OfType<ReferencePolicy>());
        if (all.Any(policy => policy.Any("Deny", request)))
            return AccessOutcome.ExplicitDeny;

        if (resourceControl.Concat(serviceControl).Any(level => !level.Any(policy => policy.Any("Allow", request))))
            return AccessOutcome.ImplicitDeny;
        if (policies.Endpoint?.Any("Allow", request) == false)
            return AccessOutcome.ImplicitDeny;

        var grant = policies.Resource?.Grant(request) ?? ReferenceLink.No;
        if (request.Account == null)
            return Allowed(grant != ReferenceLink.No);

        var limits = policies.Boundary?.Any("Allow", request) != false && (policies.Session == null || policies.Session.Any(policy => policy.Any("Allow", request)));
        var own = request.Kind == "root" || (policies.Identity.Any(policy => policy.Any("Allow", request)) && limits);
        if (request.Account != request.ResourceAccount)
            return Allowed(own && grant != ReferenceLink.No);
        if (grant == ReferenceLink.Itself)
            return AccessOutcome.Allowed;
        if (grant == ReferenceLink.ByRole)
            return Allowed(limits);
        return Allowed(own && (!policies.IsKey || grant != ReferenceLink.No));
    }

    private static AccessOutcome Allowed(bool yes) => yes ? AccessOutcome.Allowed : AccessOutcome.ImplicitDeny;
}
