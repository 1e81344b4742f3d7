using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A Parameter Store parameter with its versions.</summary>
internal sealed record Parameter : ScopedRow
{
    /// <summary>The name as it was created; the row's own name leaves out the slash of a single-level path, as the ARN does.</summary>
    public required string FullName { get; init; }

    /// <summary>Oldest first; never empty.</summary>
    public required ImmutableArray<ParameterVersion> Versions { get; init; }

    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>Who else may read it; null when it is not shared.</summary>
    public ParameterSharing? Sharing { get; init; }

    /// <summary>When an expiration policy deletes it; null without one.</summary>
    public DateTimeOffset? Expires { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.Parameter;

    [JsonIgnore]
    public override DateTimeOffset? Due => Expires;

    [JsonIgnore]
    public ParameterVersion Latest => Versions[^1];

    [JsonIgnore]
    public string Arn => ArnOf(Region, Account, Name);

    public static string ArnOf(string region, string account, string name) =>
        $"arn:{SecretsAudit.Store.State.Arn.Partition(region)}:ssm:{region}:{account}:parameter{(name.StartsWith('/') ? "" : "/")}{name}";

    /// <summary>The name under which it is kept: <c>/db</c> and <c>db</c> are one parameter.</summary>
    public static string KeyOf(string name) => name.StartsWith('/') && name.LastIndexOf('/') == 0 ? name[1..] : name;
}

/// <summary>A parameter's resource policy. The hash is of its text, so that a change names what it replaces.</summary>
internal sealed record ParameterSharing(string PolicyId, string Hash, string Policy);

/// <summary>One version of a parameter.</summary>
internal sealed record ParameterVersion
{
    public required long Version { get; init; }

    public required string Type { get; init; }

    /// <summary>The value of a String or StringList; null for a SecureString.</summary>
    public string? Text { get; init; }

    /// <summary>A SecureString's value under its key.</summary>
    public byte[]? Sealed { get; init; }

    /// <summary>A SecureString's key as the caller named it.</summary>
    public string? KeyId { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public required string ModifiedBy { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }

    public required string Tier { get; init; }

    public string? Policies { get; init; }

    public required string DataType { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];
}
