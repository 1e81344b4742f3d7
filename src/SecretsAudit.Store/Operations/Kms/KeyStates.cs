using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>What a key's state allows.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html"/>
internal static class KeyStates
{
    /// <exception cref="DisabledException">The key is disabled.</exception>
    /// <exception cref="KmsInvalidStateException">The key is pending deletion or pending import.</exception>
    public static void RequireUsable(this KmsKey key)
    {
        key.RequireNotPendingDeletion();
        if (key.IsPendingImport)
        {
            throw new KmsInvalidStateException($"{key.Arn} is pending import.");
        }

        if (!key.Enabled)
        {
            throw new DisabledException($"{key.Arn} is disabled.");
        }
    }

    /// <exception cref="KmsInvalidStateException">The key is pending deletion.</exception>
    public static void RequireNotPendingDeletion(this KmsKey key)
    {
        if (key.DeletionDate is not null)
        {
            throw new KmsInvalidStateException($"{key.Arn} is pending deletion.");
        }
    }

    /// <exception cref="InvalidKeyUsageException">The key is for something else.</exception>
    /// <exception cref="DryRunOperationException">The caller only asked whether it would work.</exception>
    public static void RequireUse(this KmsKey key, KeyUse use)
    {
        key.RequireUsable();
        if (use.Usage is { } usage && key.KeyUsage != usage)
        {
            throw new InvalidKeyUsageException($"{key.Arn} key usage is {key.KeyUsage} which is not valid for {use.Operation}.");
        }

        if (use.DryRun is true)
        {
            throw new DryRunOperationException();
        }
    }

    /// <summary>When the key's material rotates next; null while rotation is off.</summary>
    public static DateTimeOffset? NextMaterialRotation(this KmsKey key, DateTimeOffset now)
    {
        if (key is not { RotationPeriodInDays: { } days, RotationEnabledAt: { } since })
        {
            return null;
        }

        var elapsed = (long)Math.Floor((now - since).TotalDays / days);
        return since.AddDays((elapsed + 1) * days);
    }
}
