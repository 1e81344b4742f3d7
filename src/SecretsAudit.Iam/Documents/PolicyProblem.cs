namespace SecretsAudit.Iam;

/// <summary>What is wrong with a policy's text, and where.</summary>
public sealed record PolicyProblem
{
    /// <summary>Whether AWS would refuse the policy, or accept it although it can hardly mean what it says.</summary>
    public required ProblemSeverity Severity { get; init; }

    /// <summary>Where the offending element starts.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>The element as a path, for example <c>Statement[1].Principal.AWS[0]</c>; empty for the whole document.</summary>
    public required string Path { get; init; }

    /// <summary>One sentence without the position.</summary>
    public required string Message { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{Position} {Message}" : $"{Position} {Path}: {Message}";
}

/// <summary>How AWS takes a <see cref="PolicyProblem"/>.</summary>
public enum ProblemSeverity
{
    /// <summary>AWS refuses the policy.</summary>
    Error,

    /// <summary>AWS accepts the policy; the element cannot do what its author expects.</summary>
    Warning,
}
