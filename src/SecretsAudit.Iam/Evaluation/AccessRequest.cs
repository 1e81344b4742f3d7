using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam;

/// <summary>One request: who wants to do what to which resource, under which circumstances.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html"/>
public sealed class AccessRequest
{
    private readonly ArnText _resource;

    /// <summary>Describes a request. Context keys that follow from the principal or the resource are added where they are missing.</summary>
    /// <param name="principal">The caller.</param>
    /// <param name="action">The action with its service prefix, for example <c>secretsmanager:GetSecretValue</c>; case does not matter.</param>
    /// <param name="resource">The resource's ARN, or <c>*</c> for an action that has none.</param>
    /// <param name="context">The other condition keys; the request keeps a copy.</param>
    /// <param name="resourceAccount">The account that owns the resource; null takes it from the ARN, or the caller's where the ARN has none.</param>
    public AccessRequest(Principal principal, string action, string resource, RequestContext? context = null, string? resourceAccount = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentException.ThrowIfNullOrEmpty(action);
        ArgumentException.ThrowIfNullOrEmpty(resource);
        Principal = principal;
        Action = action;
        FoldedAction = action.ToLowerInvariant();
        _resource = new ArnText(resource);
        ResourceAccount = resourceAccount ?? (_resource.IsArn && Principal.IsAccountId(_resource.Part(4)) ? _resource.Part(4).ToString() : principal.Account);
        Context = context?.Copy() ?? new RequestContext();
        AddDerivedKeys();
    }

    /// <summary>The caller.</summary>
    public Principal Principal { get; }

    /// <summary>The action as given.</summary>
    public string Action { get; }

    /// <summary>The resource's ARN, or <c>*</c>.</summary>
    public string Resource => _resource.Text;

    /// <summary>The account that owns the resource; null when neither the ARN nor the caller tells.</summary>
    public string? ResourceAccount { get; }

    /// <summary>The condition keys, with those that follow from the principal and the resource.</summary>
    public RequestContext Context { get; }

    internal string FoldedAction { get; }

    internal ref readonly ArnText ResourceArn => ref _resource;

    /// <summary>A policy variable's text: the key's value when it has exactly one.</summary>
    internal string? VariableText(string key) => Context.Find(key) is [var only] ? only : null;

    private void AddDerivedKeys()
    {
        // Of the caller's keys an unsigned request has these three only.
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalaccount
        var isSigned = Principal.Kind is not (PrincipalKind.Anonymous or PrincipalKind.Federated);
        Context.AddAbsent("aws:PrincipalAccount", Principal.Kind == PrincipalKind.Anonymous ? "anonymous" : Principal.Account);
        Context.AddAbsent("aws:PrincipalArn", Principal.KeyArn);
        Context.AddAbsent("aws:PrincipalType", Principal.Kind switch
        {
            PrincipalKind.Root => "Account",
            PrincipalKind.User => "User",
            PrincipalKind.RoleSession => "AssumedRole",
            PrincipalKind.FederatedUser => "FederatedUser",
            PrincipalKind.Anonymous => "Anonymous",
            _ => null,
        });
        if (isSigned)
            Context.AddAbsent("aws:PrincipalIsAWSService", Principal.Kind == PrincipalKind.Service ? "true" : "false");
        Context.AddAbsent("aws:ResourceAccount", ResourceAccount);
        switch (Principal.Kind)
        {
            case PrincipalKind.Service:
                Context.AddAbsent("aws:PrincipalServiceName", Principal.Arn);
                break;
            case PrincipalKind.User:
                Context.AddAbsent("aws:username", Principal.Arn[(Principal.Arn.LastIndexOf('/') + 1)..]);
                Context.AddAbsent("aws:userid", Principal.UniqueId);
                break;
            case PrincipalKind.RoleSession:
                if (Principal.UniqueId is { } role)
                    Context.AddAbsent("aws:userid", $"{role}:{Principal.Arn[(Principal.Arn.LastIndexOf('/') + 1)..]}");
                break;
            case PrincipalKind.FederatedUser:
                Context.AddAbsent("aws:userid", $"{Principal.Account}:{Principal.Arn[(Principal.Arn.LastIndexOf('/') + 1)..]}");
                break;
            case PrincipalKind.Anonymous:
                Context.AddAbsent("aws:userid", "anonymous");
                break;
            case PrincipalKind.Root:
                Context.AddAbsent("aws:userid", Principal.Account);
                break;
        }

        Context.AddAbsent("aws:FederatedProvider", Principal.FederatedProvider);
    }
}
