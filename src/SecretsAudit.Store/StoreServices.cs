using SecretsAudit.Store.Access;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store;

/// <summary>What operations work with besides the state.</summary>
internal sealed record StoreServices
{
    public required Envelope Envelope { get; init; }

    public required Identifiers Identifiers { get; init; }

    public required IAccessDecision Access { get; init; }

    public required AuditTrail Trail { get; init; }

    public required RotationFunctions RotationFunctions { get; init; }

    /// <summary>The JSON Web Key Sets that the store's owner gave, by issuer without the scheme.</summary>
    public IReadOnlyDictionary<string, string> WebIdentityKeys { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    public required StoreState State { get; init; }
}
