using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>What a machine is started with to act in a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html"/>
internal sealed record InstanceProfile : ScopedRow
{
    public required string Path { get; init; }

    public required string ProfileId { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The one role in it; null while it is empty.</summary>
    public string? RoleName { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [JsonIgnore]
    public override RowKind Kind => RowKind.InstanceProfile;

    [JsonIgnore]
    public string Arn => ArnOf(Account, Path, Name);

    public static string ArnOf(string account, string path, string name) => $"arn:aws:iam::{account}:instance-profile{path}{name}";
}
