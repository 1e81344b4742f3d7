using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.State;

/// <summary>One version of a secret: its labels, and its value under encryption.</summary>
[JsonConverter(typeof(SecretVersionConverter))]
internal sealed record SecretVersion
{
    public required VersionId Key { get; init; }

    /// <summary>The id as a text; it is made anew each time.</summary>
    public string Id => Key.ToString();

    /// <summary>The staging labels; none means deprecated.</summary>
    public required ImmutableArray<string> Stages { get => _stages; init => _stages = value; }

    public required DateTimeOffset Created { get => new(_created); init => _created = value.UtcDateTime; }

    /// <summary>The day this version was last read; null when it never was.</summary>
    public DateTimeOffset? LastAccessed { get => _lastAccessed == default ? null : new(_lastAccessed); init => _lastAccessed = value?.UtcDateTime ?? default; }

    /// <summary>Whether it has no value yet: a rotation announces its version before the function gives it one.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The value; null when <see cref="IsEmpty"/>. It has a row of its own, so that moving a label does not rewrite it.</summary>
    [JsonIgnore]
    public SealedValue Value { get => _value; init => _value = value; }

    // In half of the bytes: a write makes three versions, which then stay, and a large store has a million.
    private readonly DateTime _created;
    private readonly DateTime _lastAccessed;
    private SealedValue _value = null!;
    private ImmutableArray<string> _stages;

    [JsonIgnore]
    public bool IsDeprecated => Stages.IsEmpty;

    /// <summary>
    /// Gives a version that was just read from the disk its value, before anybody sees it: a copy of each would be a third of what a start
    /// allocates.
    /// </summary>
    public void Attach(SealedValue value) => _value = value;

    /// <summary>Labels a copy that nobody else has seen yet: a change moves up to three labels, and each would copy it again.</summary>
    public void Relabel(ImmutableArray<string> stages) => _stages = stages;
}
