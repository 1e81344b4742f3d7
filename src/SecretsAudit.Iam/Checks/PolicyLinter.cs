namespace SecretsAudit.Iam.Checks;

/// <summary>Reads a valid policy for what its author may not have meant.</summary>
internal sealed class PolicyLinter(PolicyDocument policy, DateTimeOffset? asOf)
{
    public PolicyDocument Policy => policy;

    /// <summary>The moment of the check, where conditions on the time are judged by it.</summary>
    public DateTimeOffset? AsOf => asOf;

    public IEnumerable<PolicyRemark> Remarks()
    {
        IEnumerable<PolicyRemark> remarks =
        [
            .. Version(),
            .. policy.Statements.SelectMany(statement => PrincipalRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => ActionRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => NameRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => ArnRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => ConditionRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(ConditionShapeRemarks.Of),
            .. policy.Statements.SelectMany(statement => TrustRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => StatementIdRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => ReadsAllRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => PassRoleRemarks.Of(this, statement)),
            .. policy.Statements.SelectMany(statement => KeyRemarks.Of(this, statement)),
            .. StatementRemarks.Of(this),
        ];
        return remarks.DistinctBy(remark => (remark.Id, remark.Position, remark.Message));
    }

    public static PolicyRemark Remark(string id, RemarkSeverity severity, PolicyStatement statement, string element, TextPosition position, string message) => new()
    {
        Id = id,
        Severity = severity,
        Position = position,
        Path = $"Statement[{statement.Index}]{(element.Length == 0 ? "" : ".")}{element}",
        Message = message,
    };

    public static PolicyRemark Remark(string id, RemarkSeverity severity, PolicyStatement statement, PolicyCondition condition, string message) =>
        Remark(id, severity, statement, $"Condition.{condition.Operator}.{condition.Key}", condition.Position, message);

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Missing version)
    private IEnumerable<PolicyRemark> Version()
    {
        if (policy.Version != PolicyDocument.CurrentVersion)
        {
            yield return new PolicyRemark
            {
                Id = PolicyRemarkIds.OldVersion,
                Severity = RemarkSeverity.Suggestion,
                Position = new TextPosition(1, 1),
                Path = "Version",
                Message = $"The policy is in version {policy.Version} of the language, without policy variables; name {PolicyDocument.CurrentVersion}.",
            };
        }
    }
}
