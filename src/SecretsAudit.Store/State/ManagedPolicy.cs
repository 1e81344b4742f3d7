using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A customer managed policy with its versions.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html"/>
internal sealed record ManagedPolicy : ScopedRow
{
    public required string Path { get; init; }

    public required string PolicyId { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string DefaultVersionId { get; init; }

    public required ImmutableArray<ManagedPolicyVersion> Versions { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [JsonIgnore]
    public override RowKind Kind => RowKind.ManagedPolicy;

    [JsonIgnore]
    public string Arn => $"arn:aws:iam::{Account}:policy{Path}{Name}";

    /// <summary>The document that counts.</summary>
    [JsonIgnore]
    public string Document => Versions.First(version => version.VersionId == DefaultVersionId).Document;

    /// <summary>The customer managed policy of an ARN.</summary>
    public static ManagedPolicy? Find(IStateView state, string arn) =>
        arn.Split(':', 6) is ["arn", "aws", "iam", "", var account, var resource] && resource.StartsWith("policy/", StringComparison.Ordinal)
        && state.Find(IdOf(RowKind.ManagedPolicy, account, Global, resource[(resource.LastIndexOf('/') + 1)..])) is ManagedPolicy policy && policy.Arn == arn
            ? policy
            : null;

    /// <summary>The document behind an ARN: a customer's policy, or one of AWS's own that the store knows.</summary>
    public static string? DocumentOf(IStateView state, string arn) => AwsManagedPolicies.DocumentOf(arn) ?? Find(state, arn)?.Document;
}

/// <summary>One version of a managed policy.</summary>
internal sealed record ManagedPolicyVersion(string VersionId, string Document, DateTimeOffset Created);
