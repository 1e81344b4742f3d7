using System.Text.Json.Serialization;

namespace SecretsAudit.Model;

/// <summary>A signed, dated acceptance of findings.</summary>
public sealed record Waiver
{
    /// <summary>The rule's id or name it covers.</summary>
    public required string Rule { get; init; }

    /// <summary>The ARN or path it covers; <c>*</c> and <c>?</c> are wildcards.</summary>
    public required string Subject { get; init; }

    /// <summary>Tags with patterns of their values that the resource must have, all of them; <c>*</c> and <c>?</c> are wildcards. Null for any resource.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Who owns the risk.</summary>
    public required string Owner { get; init; }

    /// <summary>Who approved it.</summary>
    public required string Approver { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When it ends (UTC); it no longer covers anything from this moment on.</summary>
    public required DateTimeOffset Expires { get; init; }
}
