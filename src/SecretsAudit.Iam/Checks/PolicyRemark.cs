namespace SecretsAudit.Iam;

/// <summary>Something that a reader of a policy should know, with its place in the text.</summary>
public sealed record PolicyRemark
{
    /// <summary>What kind of remark it is, for filters and reports, such as <c>allow-not-principal</c>; see <see cref="PolicyRemarkIds"/>.</summary>
    public required string Id { get; init; }

    /// <summary>How much it matters.</summary>
    public required RemarkSeverity Severity { get; init; }

    /// <summary>Where the element in question starts.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>The element as a path, such as <c>Statement[0].Condition</c>.</summary>
    public required string Path { get; init; }

    /// <summary>One or more sentences for the reader.</summary>
    public required string Message { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Position} {Severity} {Id} {Path}: {Message}";
}

/// <summary>How much a remark matters, in the terms of IAM Access Analyzer's policy validation.</summary>
/// <seealso href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html"/>
public enum RemarkSeverity
{
    /// <summary>The policy could be written better.</summary>
    Suggestion,

    /// <summary>A part of the policy does not do what it seems to.</summary>
    Warning,

    /// <summary>The policy lets in more than it seems to, or more than is wise.</summary>
    Security,

    /// <summary>AWS refuses the policy.</summary>
    Error,
}
