namespace SecretsAudit.Store.Estate;

/// <summary>What is wrong in the sample estate, and what only looks wrong. The rules cannot see it; tests compare with it.</summary>
/// <param name="Violations">Every rule that every secret breaks: an audit finds these and no others.</param>
/// <param name="Neighbours">Secrets, keys and parameters that resemble a violation and are none.</param>
public sealed record AnswerKey(IReadOnlyList<SecretAnswer> Violations, IReadOnlyList<SecretAnswer> Neighbours)
{
    /// <summary>
    /// Planted violations of rules that are off by default. An audit with these rules on finds them, and more: most secrets of an estate break a
    /// rule that a house has to want, such as <c>rotation-not-enabled</c>.
    /// </summary>
    public IReadOnlyList<SecretAnswer> HouseViolations { get; init; } = [];

    /// <summary>What resembles a violation of such a rule and is none.</summary>
    public IReadOnlyList<SecretAnswer> HouseNeighbours { get; init; } = [];
}

/// <summary>One rule's right answer about one secret.</summary>
/// <param name="Account">The account id.</param>
/// <param name="Region">The region; a replica's own.</param>
/// <param name="SecretName">The secret's name; of a key its alias, of a parameter its name.</param>
/// <param name="SecretArn">The secret's ARN, or the key's or parameter's.</param>
/// <param name="Rule">The rule's name, such as <c>rotation-overdue</c>.</param>
/// <param name="Why">The reason in words.</param>
public sealed record SecretAnswer(string Account, string Region, string SecretName, string SecretArn, string Rule, string Why);
