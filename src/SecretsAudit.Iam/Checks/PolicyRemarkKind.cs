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
        new(PolicyRemarkIds.IncompleteNotPrincipal, RemarkSeverity.Warning, "A Deny with NotPrincipal spares nobody.", "List the account, the role and the session together, or use a condition on aws:PrincipalArn."),
        new(PolicyRemarkIds.Invalid, RemarkSeverity.Error, "AWS refuses the policy.", "Write the element as AWS's grammar has it."),
        new(PolicyRemarkIds.MalformedNetworkId, RemarkSeverity.Warning, "No VPC or endpoint can have this id.", "Write the id in full."),
        new(PolicyRemarkIds.MixedRights, RemarkSeverity.Warning, "The same principals may read and manage.", "Give the two to different principals, in statements of their own."),
        new(PolicyRemarkIds.NeverMatches, RemarkSeverity.Warning, "No request meets the statement.", "Correct its conditions or remove it."),
        new(PolicyRemarkIds.OldVersion, RemarkSeverity.Suggestion, "The policy is in the language's first version.", "Name Version 2012-10-17."),
        new(PolicyRemarkIds.Outside, RemarkSeverity.Security, "Somebody outside of the trust zone gets in.", "Narrow principal or conditions until the request of the message is refused."),
        new(PolicyRemarkIds.PrivateAddress, RemarkSeverity.Warning, "A private address never occurs in aws:SourceIp.", "Use aws:VpcSourceIp, or a condition on the VPC or endpoint."),
        new(PolicyRemarkIds.Public, RemarkSeverity.Security, "Strangers get in.", "Name the principals, or add a condition that a stranger cannot meet, such as aws:PrincipalOrgID."),
        new(PolicyRemarkIds.RedundantAction, RemarkSeverity.Suggestion, "Another action of the list contains this one.", "Remove it."),
        new(PolicyRemarkIds.RedundantStatement, RemarkSeverity.Suggestion, "Another statement already says it.", "Remove it."),
        new(PolicyRemarkIds.Undetermined, RemarkSeverity.Warning, "Whether somebody outside gets in could not be told.", "Simplify the policy, or tell more with --resource and --trust."),
        new(PolicyRemarkIds.UnsupportedKey, RemarkSeverity.Warning, "No request has this condition key.", "Use a key that the service sets."),
        new(PolicyRemarkIds.VoidCondition, RemarkSeverity.Security, "A condition that seems to restrict does not.", "Use a plain operator with values that a stranger cannot have."),
        new(PolicyRemarkIds.WildcardAction, RemarkSeverity.Warning, "All actions, or all of a service, are allowed.", "List those that are needed."),
        new(PolicyRemarkIds.WildcardWithoutLike, RemarkSeverity.Warning, "A wildcard is a plain character here.", "Use StringLike or StringNotLike."),
    ];

    /// <summary>The kind of an id.</summary>
    /// <exception cref="ArgumentException">No remark has it.</exception>
    public static PolicyRemarkKind Of(string id) => All.FirstOrDefault(kind => kind.Id == id) ?? throw new ArgumentException($"There is no remark '{id}'.", nameof(id));
}
