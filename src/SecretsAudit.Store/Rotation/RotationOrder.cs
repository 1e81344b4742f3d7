using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Rotation;

/// <summary>A rotation that is to run: of which secret, towards which version.</summary>
internal sealed record RotationOrder(RowId Secret, string Token);
