using System.Diagnostics.CodeAnalysis;

namespace SecretsAudit.Iam;

/// <summary>The outcome of reading a policy's text.</summary>
/// <param name="Document">The policy; null when AWS would refuse the text.</param>
/// <param name="Problems">Errors and warnings in the order of the text, at most <see cref="MaxProblems"/>.</param>
public sealed record PolicyParse(PolicyDocument? Document, IReadOnlyList<PolicyProblem> Problems)
{
    /// <summary>Reading stops after this many problems.</summary>
    public const int MaxProblems = 50;

    /// <summary>Whether AWS would accept the text.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null;

    /// <summary>The problems for which AWS would refuse the text.</summary>
    public IEnumerable<PolicyProblem> Errors => Problems.Where(problem => problem.Severity == ProblemSeverity.Error);
}
