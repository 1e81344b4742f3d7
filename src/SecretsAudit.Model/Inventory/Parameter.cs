namespace SecretsAudit.Model;

/// <summary>A parameter of Systems Manager Parameter Store: everything but its value, which no type of this library can hold.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html"/>
public sealed record Parameter
{
    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The name, with its path: <c>/prod/orders/db-password</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The account and region it was read from.</summary>
    public required Scope Scope { get; init; }

    /// <summary><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</summary>
    public Fact<string> Type { get; init; }

    /// <summary>The key that encrypts a <c>SecureString</c>, as key id, ARN or alias; absent for the other types.</summary>
    public Fact<string> KmsKeyId { get; init; }

    /// <summary><c>Standard</c>, <c>Advanced</c> or <c>Intelligent-Tiering</c>.</summary>
    public Fact<string> Tier { get; init; }

    /// <summary>The description; absent when it has none.</summary>
    public Fact<string> Description { get; init; }

    /// <summary>When its value or settings were last changed.</summary>
    public Fact<DateTimeOffset> LastModified { get; init; }

    /// <summary>The number of its latest version, from 1.</summary>
    public Fact<long> Version { get; init; }

    /// <summary>The kinds of the rules it carries: <c>Expiration</c>, <c>ExpirationNotification</c>, <c>NoChangeNotification</c>; known and empty when it has none.</summary>
    public Fact<IReadOnlyList<string>> Policies { get; init; }

    /// <summary>Its tags, key to value; known and empty when it has none.</summary>
    public Fact<IReadOnlyDictionary<string, string>> Tags { get; init; }

    /// <summary>The JSON of the policy that shares it; absent when it is not shared. Only advanced parameters can be.</summary>
    /// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html"/>
    public Fact<string> ResourcePolicy { get; init; }

    /// <summary>How a template shows the value of a <c>SecureString</c> to every reader of the file, as a clause; absent when it does not. Of a parameter that exists nobody asks.</summary>
    public Fact<string> ValueShownBy { get; init; }

    /// <summary>Where a template states it; null for one that exists.</summary>
    public SourcePlace? Place { get; init; }
}
