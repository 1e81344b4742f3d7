using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A group of users; its policies count for each of them, and each of them holds its name.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"/>
internal sealed record IamGroup : ScopedRow
{
    public required string Path { get; init; }

    public required string GroupId { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The inline policies by name, each a JSON document.</summary>
    public ImmutableSortedDictionary<string, string> Policies { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The managed policies that are attached, by ARN.</summary>
    public ImmutableSortedSet<string> AttachedPolicies { get; init; } = [];

    [JsonIgnore]
    public override RowKind Kind => RowKind.IamGroup;

    [JsonIgnore]
    public string Arn => ArnOf(Account, Path, Name);

    public static string ArnOf(string account, string path, string name) => $"arn:aws:iam::{account}:group{path}{name}";

    public static IamGroup? Find(IStateView state, string account, string name) => (IamGroup?)state.Find(IdOf(RowKind.IamGroup, account, Global, name));
}
