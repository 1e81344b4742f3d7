using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A resource that somebody told Config about.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutResourceConfig.html"/>
internal sealed record CustomResource : ScopedRow
{
    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public string? ResourceName { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Configuration { get; init; }

    public required DateTimeOffset Captured { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [JsonIgnore]
    public override RowKind Kind => RowKind.CustomResource;

    public static string NameOf(string type, string id) => $"{type}\n{id}";
}
