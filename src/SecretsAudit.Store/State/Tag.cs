namespace SecretsAudit.Store.State;

/// <summary>A label that the owner put on a resource.</summary>
internal sealed record Tag(string Key, string Value);
