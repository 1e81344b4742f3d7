using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>What CreateTrail and UpdateTrail ask of the parts a trail is set up with.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html"/>
internal static class TrailChecks
{
    /// <exception cref="TrailParameterCombinationException">A trail of every region leaves global services out.</exception>
    /// <exception cref="OrganizationsNotInUseException">The account stands alone, and the trail is to be its organisation's.</exception>
    public static void Require(Call call, TrailSettings trail, bool? isOrganization)
    {
        if (trail is { IsMultiRegion: true, IncludesGlobalServices: false })
        {
            throw new TrailParameterCombinationException("Multi-Region trail must include global service events.");
        }

        TrailNames.CheckPrefix(trail.KeyPrefix);
        if (isOrganization is true)
        {
            throw new OrganizationsNotInUseException();
        }

        if (call.State.Find(Bucket.IdOf(trail.Bucket)) is null)
        {
            throw new S3BucketDoesNotExistException(trail.Bucket);
        }

        if (trail.LogGroupArn is { Length: > 0 } group && !IsArnOf(group, "logs"))
        {
            throw new InvalidCloudWatchLogsLogGroupArnException();
        }

        if (trail.LogRoleArn is { Length: > 0 } role && !IsArnOf(role, "iam"))
        {
            throw new InvalidCloudWatchLogsRoleArnException();
        }
    }

    /// <summary>The ARN of the key that a request names; null for the empty text, which takes the key away.</summary>
    /// <exception cref="KmsKeyNotFoundException">There is no such key.</exception>
    /// <exception cref="KmsKeyDisabledException">It cannot be used.</exception>
    public static string? Key(Call call, string? named)
    {
        if (string.IsNullOrEmpty(named))
        {
            return null;
        }

        var key = KeyId.Parse(named, call.Account, call.Region)?.Find(call.State) ?? throw new KmsKeyNotFoundException(named);
        return key.IsUsable ? key.Arn : throw new KmsKeyDisabledException(named);
    }

    private static bool IsArnOf(string text, string service) => text.Split(':') is ["arn", _, var named, _, _, ..] && named == service;
}
