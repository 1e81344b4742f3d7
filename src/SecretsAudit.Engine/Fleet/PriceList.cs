namespace SecretsAudit.Engine.Fleet;

/// <summary>What the services charge, as data with sources and dates.</summary>
/// <seealso href="https://aws.amazon.com/secrets-manager/pricing/"/>
public sealed record PriceList
{
    /// <summary>The list's name, for reports.</summary>
    public required string Name { get; init; }

    /// <summary>One secret, or one replica, for a month.</summary>
    public required Price SecretMonth { get; init; }

    /// <summary>Calls of the Secrets Manager API.</summary>
    public required Price ApiCalls { get; init; }

    /// <summary>Requests to KMS under a customer's own key.</summary>
    public required Price KmsRequests { get; init; }

    /// <summary>One advanced parameter for a month; null when the list does not say.</summary>
    public Price? ParameterMonth { get; init; }

    /// <summary>The oldest day on which one of the figures was read.</summary>
    public DateOnly OldestDay => new[] { SecretMonth.AsOf, ApiCalls.AsOf, KmsRequests.AsOf, ParameterMonth?.AsOf ?? DateOnly.MaxValue }.Min();
}
