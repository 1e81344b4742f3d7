namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A key that AWS makes in every account for one of its services.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk"/>
internal sealed record ManagedKeyKind(string Service, string Description)
{
    public static readonly ManagedKeyKind SecretsManager =
        new("secretsmanager", "Default key that protects my Secrets Manager data when no other key is defined");

    public static readonly ManagedKeyKind Ssm = new("ssm", "Default key that protects my SSM parameters when no other key is defined");

    public string Alias => $"alias/aws/{Service}";
}
