using SecretsAudit.Iam.Checks;

namespace SecretsAudit.Iam;

/// <summary>Everything there is to say of one policy's text: what AWS refuses, who gets in, and what its author may not have meant.</summary>
public static class PolicyCheck
{
    /// <summary>Checks a policy.</summary>
    /// <param name="json">The text.</param>
    /// <param name="kind">Where it is attached.</param>
    /// <param name="zone">Who is trusted; null looks for strangers only and does not ask who else is outside.</param>
    /// <param name="options">What the search for access looks at, and how long; null takes the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The zone has an entry that cannot be meant.</exception>
    public static PolicyCheckResult Run(
        string json, PolicyKind kind, TrustZone? zone = null, ReachOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        var parse = PolicyDocument.Parse(json, kind);
        var remarks = parse.Problems.Select(problem => new PolicyRemark
        {
            Id = problem.Severity == ProblemSeverity.Error ? PolicyRemarkIds.Invalid : PolicyRemarkIds.Doubtful,
            Severity = problem.Severity == ProblemSeverity.Error ? RemarkSeverity.Error : RemarkSeverity.Warning,
            Position = problem.Position,
            Path = problem.Path,
            Message = problem.Message,
        }).ToList();
        if (!parse.IsValid)
            return new PolicyCheckResult { Remarks = remarks };

        var policy = parse.Document;
        var linter = new PolicyLinter(policy, options?.AsOf);
        remarks.AddRange(linter.Remarks());
        // The parser has its own words for these.
        remarks.RemoveAll(remark => remark.Id == PolicyRemarkIds.Doubtful
            && remarks.Exists(other => other.Position == remark.Position && other.Id is PolicyRemarkIds.DeletedPrincipal or PolicyRemarkIds.AllowNotPrincipal));
        if (!PolicyReach.IsSearchable(policy))
            return new PolicyCheckResult { Document = policy, Remarks = Ordered(remarks) };

        var reach = PolicyReach.Of(policy, options);
        remarks.AddRange(reach.PublicStatements.Select(statement =>
            PolicyLinter.Remark(PolicyRemarkIds.Public, RemarkSeverity.Security, statement.Statement, "Principal", statement.Statement.PrincipalPosition, statement.Explanation)));
        var verdict = zone is null ? null : PolicyReach.Find(policy, zone, options, cancellationToken);
        switch (verdict)
        {
            case ReachVerdict.Allowed { Witness: var witness } when !reach.PublicStatements.Any(statement => statement.Statement == witness.Statement):
                remarks.Add(PolicyLinter.Remark(
                    PolicyRemarkIds.Outside, RemarkSeverity.Security, witness.Statement, "", witness.Statement.Position,
                    string.Join(' ', [$"Somebody outside of the trust zone gets in: {witness.Words}.", .. witness.Assumptions])));
                break;
            case ReachVerdict.Undetermined undetermined:
                remarks.Add(new PolicyRemark
                {
                    Id = PolicyRemarkIds.Undetermined,
                    Severity = RemarkSeverity.Warning,
                    Position = new TextPosition(1, 1),
                    Path = "",
                    Message = $"Whether somebody outside of the trust zone gets in could not be told. {undetermined.Reason}",
                });
                break;
        }

        return new PolicyCheckResult { Document = policy, Remarks = Ordered(remarks), Outside = verdict, Reach = reach, Audience = PolicyAudience.Of(policy, reach) };
    }

    private static PolicyRemark[] Ordered(IEnumerable<PolicyRemark> remarks) =>
        [.. remarks.OrderBy(remark => remark.Position.Line).ThenBy(remark => remark.Position.Column).ThenByDescending(remark => remark.Severity)];
}
