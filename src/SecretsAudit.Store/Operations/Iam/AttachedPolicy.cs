namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A managed policy as a list of attachments shows it.</summary>
internal sealed record AttachedPolicy
{
    public required string PolicyName { get; init; }

    public required string PolicyArn { get; init; }

    public static AttachedPolicy Of(string arn) => new() { PolicyName = arn[(arn.LastIndexOf('/') + 1)..], PolicyArn = arn };

    public static bool HasPath(string arn, string? prefix) =>
        prefix is null || arn[(arn.IndexOf(":policy", StringComparison.Ordinal) + ":policy".Length)..].StartsWith(prefix, StringComparison.Ordinal);
}
