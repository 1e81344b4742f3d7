namespace SecretsAudit.Store.Rotation;

/// <summary>When a scheduled rotation may start, and the date it happens on or before.</summary>
internal sealed record RotationWindow(DateTimeOffset Opens, DateTimeOffset Closes);
