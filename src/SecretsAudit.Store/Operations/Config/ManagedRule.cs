using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>One of AWS's managed Config rules for Secrets Manager, with its default parameters.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"/>
internal sealed record ManagedRule(string Name, Func<Secret, Call, bool> Complies)
{
    private const int UnusedForDays = 90;
    private const int RotatedWithinDays = 90;

    public static readonly IReadOnlyList<ManagedRule> All =
    [
        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-rotation-enabled-check.html
        new("secretsmanager-rotation-enabled-check", (secret, _) => secret.Rotation is { Enabled: true }),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-scheduled-rotation-success-check.html
        new("secretsmanager-scheduled-rotation-success-check", (secret, call) =>
            secret.Rotation is not { Enabled: true, NextDue: { } due } || due >= call.Now),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-secret-periodic-rotation.html
        new("secretsmanager-secret-periodic-rotation", (secret, call) =>
            (secret.LastRotated ?? secret.Created) >= call.Now.AddDays(-RotatedWithinDays)),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-secret-unused.html
        new("secretsmanager-secret-unused", (secret, call) =>
            (secret.LastAccessed ?? secret.Created) >= new DateTimeOffset(call.Now.AddDays(-UnusedForDays).UtcDateTime.Date, TimeSpan.Zero)),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-using-cmk.html
        new("secretsmanager-using-cmk", (secret, call) =>
            secret.KmsKeyId is { } key && KeyId.Parse(key, secret.Account, secret.Region)?.Find(call.State) is { IsAwsManaged: false }),
    ];
}
