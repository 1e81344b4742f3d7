namespace SecretsAudit.Iam;

/// <summary>Whom one Allow statement lets in, judged from its text.</summary>
public sealed record StatementReach
{
    /// <summary>The statement.</summary>
    public required PolicyStatement Statement { get; init; }

    /// <summary>How far it reaches.</summary>
    public required ReachBreadth Breadth { get; init; }

    /// <summary>One or two sentences for a reader of the finding.</summary>
    public required string Explanation { get; init; }

    /// <summary>A stranger's request that the statement lets in, where one was found.</summary>
    public ReachWitness? Witness { get; init; }

    /// <summary>The accounts that the statement's principals name, sorted, each once.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The AWS services among the principals that may act for any customer, since no condition names whose resource they act for.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"/>
    public required IReadOnlyList<string> UnboundServices { get; init; }

    /// <summary>Where the statement starts in the policy's text.</summary>
    public TextPosition Position => Statement.Position;
}

/// <summary>How far an Allow statement reaches.</summary>
public enum ReachBreadth
{
    /// <summary>Only the principals that it names.</summary>
    Named,

    /// <summary>Anyone, cut down by conditions or a Deny to a fixed set of accounts, organisations or networks.</summary>
    Narrowed,

    /// <summary>Anyone.</summary>
    Public,
}
