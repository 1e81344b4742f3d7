using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.State;

/// <summary>One version of a secret: its labels, and its value under encryption.</summary>
[JsonConverter(typeof(SecretVersionConverter))]
internal sealed record SecretVersion
{
    public required string Id { get; init; }

    /// <summary>The staging labels; none means deprecated.</summary>
    public required ImmutableArray<string> Stages { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The day this version was last read; null when it never was.</summary>
    public DateTimeOffset? LastAccessed { get; init; }

    /// <summary>Whether it has no value yet: a rotation announces its version before the function gives it one.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The value; null when <see cref="IsEmpty"/>. It has a row of its own, so that moving a label does not rewrite it.</summary>
    [JsonIgnore]
    public SealedValue Value { get; init; } = null!;

    [JsonIgnore]
    public bool IsDeprecated => Stages.IsEmpty;
}
