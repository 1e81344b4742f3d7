namespace SecretsAudit.Store.State;

/// <summary>A log file that no digest names yet.</summary>
/// <param name="Region">Whose events are in it.</param>
/// <param name="Object">Its key in the bucket.</param>
/// <param name="Hash">SHA-256 of what is in it, uncompressed, in lower hexadecimal digits.</param>
/// <param name="Oldest">The time of its first event.</param>
/// <param name="Newest">The time of its last event.</param>
internal sealed record DeliveredLog(string Region, string Object, string Hash, DateTimeOffset Oldest, DateTimeOffset Newest);

/// <summary>The last digest of a region, which the next one names.</summary>
/// <param name="Until">Up to when it tells.</param>
/// <param name="Object">Its key in the bucket.</param>
/// <param name="Hash">SHA-256 of what is in it, uncompressed, in lower hexadecimal digits.</param>
/// <param name="Signature">Its signature, in lower hexadecimal digits.</param>
internal sealed record TrailDigestLink(DateTimeOffset Until, string Object, string Hash, string Signature);
