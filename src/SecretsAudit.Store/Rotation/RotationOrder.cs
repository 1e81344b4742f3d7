using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Rotation;

/// <summary>A rotation that is to run: of which secret, towards which version; or only the test that AWS makes of a new configuration.</summary>
internal sealed record RotationOrder(RowId Secret, string Token, bool TestOnly = false);
