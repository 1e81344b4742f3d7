namespace SecretsAudit.Iam;

/// <summary>What a remark's id stands for, in general: for reports that describe their rules, and for pages.</summary>
/// <param name="Id">One of <see cref="PolicyRemarkIds"/>.</param>
/// <param name="Severity">How much it matters at most.</param>
/// <param name="Title">What is wrong, in one sentence.</param>
/// <param name="Remedy">What to do, in one or two sentences.</param>
public sealed record PolicyRemarkKind(string Id, RemarkSeverity Severity, string Title, string Remedy)
{
    /// <summary>All kinds, in the order of their ids.</summary>
    public static IReadOnlyList<PolicyRemarkKind> All { get; } =
    [
        new(PolicyRemarkIds.AllowNotAction, RemarkSeverity.Security, "NotAction with Allow lets do whatever is not listed.", "List what is needed in Action."),
        new(PolicyRemarkIds.AllowNotPrincipal, RemarkSeverity.Security, "NotPrincipal with Allow lets everyone in who is not listed.", "List whom to let in in Principal."),
        new(PolicyRemarkIds.AvoidableDeny, RemarkSeverity.Security, "Whoever a Deny is meant for can avoid it.", "Let the condition hold for requests without the key, too, and use keys that the caller cannot choose."),
        new(PolicyRemarkIds.ConfusedDeputy, RemarkSeverity.Security, "A service may act on the policy's resource for any AWS customer.", "Add a condition on aws:SourceAccount, aws:SourceArn or aws:SourceOrgID."),
        new(PolicyRemarkIds.DeletedPrincipal, RemarkSeverity.Warning, "A principal was deleted; its id is what is left.", "Remove it, or name the successor by ARN."),
        new(PolicyRemarkIds.Doubtful, RemarkSeverity.Warning, "An element is accepted by AWS and cannot do what it seems to.", "Write it as the message says."),
        new(PolicyRemarkIds.EmptySid, RemarkSeverity.Suggestion, "A statement's id is empty.", "Leave it out, or say what the statement is for."),
        new(PolicyRemarkIds.IncompleteNotPrincipal, RemarkSeverity.Warning, "A Deny with NotPrincipal spares nobody.", "List the account, the role and the session together, or use a condition on aws:PrincipalArn."),
        new(PolicyRemarkIds.Invalid, RemarkSeverity.Error, "AWS refuses the policy.", "Write the element as AWS's grammar has it."),
        new(PolicyRemarkIds.MalformedArn, RemarkSeverity.Warning, "Nothing can have this ARN.", "Write arn:partition:service:region:account:resource in full."),
        new(PolicyRemarkIds.MalformedNetworkId, RemarkSeverity.Warning, "No VPC or endpoint can have this id.", "Write the id in full."),
        new(PolicyRemarkIds.MismatchedAction, RemarkSeverity.Warning, "The principal cannot call the action.", "Use sts:AssumeRoleWithSAML with SAML providers, sts:AssumeRoleWithWebIdentity with OIDC providers, sts:AssumeRole with all others."),
        new(PolicyRemarkIds.MismatchedOperator, RemarkSeverity.Warning, "The operator does not fit the key.", "Use the operator of the key's type."),
        new(PolicyRemarkIds.MissingQualifier, RemarkSeverity.Warning, "A key with several values is compared without a set operator.", "Say ForAnyValue or ForAllValues."),
        new(PolicyRemarkIds.MixedRights, RemarkSeverity.Warning, "The same principals may read and manage.", "Give the two to different principals, in statements of their own."),
        new(PolicyRemarkIds.MultipleBooleans, RemarkSeverity.Warning, "A truth value is compared with both true and false.", "Keep one."),
        new(PolicyRemarkIds.NeverMatches, RemarkSeverity.Warning, "No request meets the statement.", "Correct its conditions or remove it."),
        new(PolicyRemarkIds.OldVersion, RemarkSeverity.Suggestion, "The policy is in the language's first version.", "Name Version 2012-10-17."),
        new(PolicyRemarkIds.OpenProvider, RemarkSeverity.Security, "An identity provider's users get in without a condition that tells them apart.", "Add conditions on the provider's sub and aud claims."),
        new(PolicyRemarkIds.Outside, RemarkSeverity.Security, "Somebody outside of the trust zone gets in.", "Narrow principal or conditions until the request of the message is refused."),
        new(PolicyRemarkIds.PassAnyRole, RemarkSeverity.Security, "Every role may be passed to a service.", "Name the roles, and the service in iam:PassedToService."),
        new(PolicyRemarkIds.PrivateAddress, RemarkSeverity.Warning, "A private address never occurs in aws:SourceIp.", "Use aws:VpcSourceIp, or a condition on the VPC or endpoint."),
        new(PolicyRemarkIds.Public, RemarkSeverity.Security, "Strangers get in.", "Name the principals, or add a condition that a stranger cannot meet, such as aws:PrincipalOrgID."),
        new(PolicyRemarkIds.ReadsAll, RemarkSeverity.Warning, "Every secret, key or parameter may be read.", "Name those that are needed."),
        new(PolicyRemarkIds.RedundantAction, RemarkSeverity.Suggestion, "Another action of the list contains this one.", "Remove it."),
        new(PolicyRemarkIds.RedundantPrincipal, RemarkSeverity.Suggestion, "A role's session is named beside the role.", "Remove it."),
        new(PolicyRemarkIds.RedundantResource, RemarkSeverity.Suggestion, "Another resource of the list contains this one.", "Remove it."),
        new(PolicyRemarkIds.RedundantStatement, RemarkSeverity.Suggestion, "Another statement already says it.", "Remove it."),
        new(PolicyRemarkIds.RedundantValue, RemarkSeverity.Suggestion, "Another value of the condition decides, or is the same.", "Remove it."),
        new(PolicyRemarkIds.RepeatedSid, RemarkSeverity.Warning, "Two statements have the same id.", "Give each its own."),
        new(PolicyRemarkIds.Undetermined, RemarkSeverity.Warning, "Whether somebody outside gets in could not be told.", "Simplify the policy, or tell more with --resource and --trust."),
        new(PolicyRemarkIds.UnknownAction, RemarkSeverity.Warning, "The service has no such action.", "Correct the name."),
        new(PolicyRemarkIds.UnpairedKey, RemarkSeverity.Security, "The key narrows only together with another one.", "Add aws:SourceVpc or aws:SourceVpce."),
        new(PolicyRemarkIds.UnsupportedAction, RemarkSeverity.Warning, "The action has no effect in a policy of this kind.", "Move it to the policy that decides it."),
        new(PolicyRemarkIds.UnsupportedKey, RemarkSeverity.Warning, "No request has this condition key.", "Use a key that the service sets."),
        new(PolicyRemarkIds.UnsupportedResource, RemarkSeverity.Warning, "The resource has no effect in a policy of this kind.", "Use *, which is the resource that holds the policy."),
        new(PolicyRemarkIds.UntidyRange, RemarkSeverity.Suggestion, "An address range does not start with its first address.", "Write the range's first address."),
        new(PolicyRemarkIds.VoidCondition, RemarkSeverity.Security, "A condition that seems to restrict does not.", "Use a plain operator with values that a stranger cannot have."),
        new(PolicyRemarkIds.WildcardAction, RemarkSeverity.Warning, "All actions, or all of a service, are allowed.", "List those that are needed."),
        new(PolicyRemarkIds.WildcardService, RemarkSeverity.Suggestion, "A wildcard in a service's name takes in other services.", "Name the service."),
        new(PolicyRemarkIds.WildcardWithoutLike, RemarkSeverity.Warning, "A wildcard is a plain character here.", "Use StringLike or StringNotLike."),
    ];

    /// <summary>The kind of an id.</summary>
    /// <exception cref="ArgumentException">No remark has it.</exception>
    public static PolicyRemarkKind Of(string id) => All.FirstOrDefault(kind => kind.Id == id) ?? throw new ArgumentException($"There is no remark '{id}'.", nameof(id));
}
