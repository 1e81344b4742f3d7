namespace SecretsAudit.Model;

/// <summary>One version of a secret.</summary>
/// <param name="Id">The version id (the ClientRequestToken that created it).</param>
/// <param name="StagingLabels">Its staging labels: <c>AWSCURRENT</c>, <c>AWSPENDING</c>, <c>AWSPREVIOUS</c> or your own.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record SecretVersion(string Id, IReadOnlyList<string> StagingLabels, Fact<DateTimeOffset> CreatedAt);
