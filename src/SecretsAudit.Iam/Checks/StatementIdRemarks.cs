namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on ids of statements.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"/>
internal static class StatementIdRemarks
{
    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        if (statement.Sid is { Length: 0 })
            yield return PolicyLinter.Remark(PolicyRemarkIds.EmptySid, RemarkSeverity.Suggestion, statement, "Sid", statement.Position, "The Sid is empty. Leave it out, or say what the statement is for.");
        if (statement.Sid is { Length: > 0 } sid && linter.Policy.Statements.Any(other => other.Index < statement.Index && other.Sid == sid))
            yield return PolicyLinter.Remark(PolicyRemarkIds.RepeatedSid, RemarkSeverity.Warning, statement, "Sid", statement.Position, $"An earlier statement has the Sid '{Documents.ElementReader.Shown(sid)}', too. Give each its own.");
    }
}
