using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>One of AWS's managed Config rules for Secrets Manager.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"/>
internal sealed record ManagedRule(string Name, string Identifier, Func<Secret, Call, RuleParameters, bool> Complies)
{
    private const int DefaultDays = 90;

    public static readonly IReadOnlyList<ManagedRule> All =
    [
        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-rotation-enabled-check.html
        new("secretsmanager-rotation-enabled-check", "SECRETSMANAGER_ROTATION_ENABLED_CHECK", (secret, call, parameters) =>
            secret.Rotation is { Enabled: true } rotation
            && (parameters.Number("maximumAllowedRotationFrequency") is not { } days || IsWithin(rotation, TimeSpan.FromDays(days), call))
            && (parameters.Number("maximumAllowedRotationFrequencyInHours") is not { } hours || IsWithin(rotation, TimeSpan.FromHours(hours), call))),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-scheduled-rotation-success-check.html
        new("secretsmanager-scheduled-rotation-success-check", "SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK", (secret, call, _) =>
            secret.Rotation is not { Enabled: true, NextDue: { } due } || due >= call.Now),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-secret-periodic-rotation.html
        new("secretsmanager-secret-periodic-rotation", "SECRETSMANAGER_SECRET_PERIODIC_ROTATION", (secret, call, parameters) =>
            (secret.LastRotated ?? secret.Created) >= call.Now.AddDays(-(parameters.Number("maxDaysSinceRotation") ?? DefaultDays))),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-secret-unused.html
        new("secretsmanager-secret-unused", "SECRETSMANAGER_SECRET_UNUSED", (secret, call, parameters) =>
            (secret.LastAccessed ?? secret.Created)
            >= new DateTimeOffset(call.Now.AddDays(-(parameters.Number("unusedForDays") ?? DefaultDays)).UtcDateTime.Date, TimeSpan.Zero)),

        // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-using-cmk.html
        new("secretsmanager-using-cmk", "SECRETSMANAGER_USING_CMK", (secret, call, parameters) =>
            secret.KmsKeyId is { } named && KeyId.Parse(named, secret.Account, secret.Region)?.Find(call.State) is { IsAwsManaged: false } key
            && (parameters.Text("kmsKeyArns") is not { } arns || arns.Split(',', StringSplitOptions.TrimEntries).Contains(key.Arn))),
    ];

    /// <summary>The parameters that are whole numbers above 0.</summary>
    public static readonly IReadOnlySet<string> Numbers = new HashSet<string>(StringComparer.Ordinal)
    {
        "maximumAllowedRotationFrequency", "maximumAllowedRotationFrequencyInHours", "maxDaysSinceRotation", "unusedForDays",
    };

    // Rotation on demand only has no schedule, and nothing bounds the time between two rotations.
    private static bool IsWithin(RotationSettings rotation, TimeSpan most, Call call) => RotationSchedule.LongestGap(rotation, call.Now) <= most;
}
