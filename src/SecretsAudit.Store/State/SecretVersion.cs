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
    public SealedValue Value { get => _value; init => _value = value; }

    private SealedValue _value = null!;

    [JsonIgnore]
    public bool IsDeprecated => Stages.IsEmpty;

    /// <summary>
    /// Gives a version that was just read from the disk its value, before anybody sees it: a copy of each would be a third of what a start
    /// allocates.
    /// </summary>
    public void Attach(SealedValue value) => _value = value;
}
