using System.Text.Json.Serialization;

namespace SecretsAudit.Store;

/// <summary>What a store holds and how it is, for people who look after it.</summary>
public sealed record StoreStatus
{
    /// <summary>Where it is served; null when it is not.</summary>
    public string? Address { get; init; }

    /// <summary>The store's own time, which tests may have moved.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The accounts, by their ids.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>Secrets held, replicas and those pending deletion included.</summary>
    public required int Secrets { get; init; }

    /// <summary>Audit events that wait to be appended to the trail.</summary>
    public required int PendingTrailEvents { get; init; }

    /// <summary>Audit events that could not be appended since the store opened, and are gone; 0 in a sound store.</summary>
    public required long LostTrailEvents { get; init; }

    /// <summary>Whether the last write reached the disk; a store that cannot write still serves reads.</summary>
    public required bool IsWritable { get; init; }

    /// <summary>The bytes of the store's files, write-ahead logs included; 0 for a store in memory.</summary>
    public required long Bytes { get; init; }
}

/// <summary>What passes between a serving store and the command line.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoreStatus))]
[JsonSerializable(typeof(Hosting.Control.ControlRequest))]
[JsonSerializable(typeof(Hosting.Control.ControlRefusal))]
internal sealed partial class ControlJson : JsonSerializerContext;
