using System.Collections.Immutable;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Tags of trails.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AddTags.html"/>
internal static class TrailTags
{
    private const int Limit = 50;

    /// <exception cref="TrailTagsLimitExceededException">There would be more than 50.</exception>
    /// <exception cref="InvalidTagParameterException">A key comes twice, or is not a key.</exception>
    public static ImmutableArray<Tag> Merge(ImmutableArray<Tag> present, IReadOnlyList<WireTag?>? added)
    {
        var read = (added ?? []).Select(tag => new Tag(tag?.Key ?? "", tag?.Value ?? "")).ToList();
        if (read.Exists(tag => tag.Key.Length is 0 or > 128 || tag.Value.Length > 256 || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidTagParameterException("The tag key or value is not valid.");
        }

        if (read.DistinctBy(tag => tag.Key).Count() < read.Count)
        {
            throw new InvalidTagParameterException("Duplicate tag keys are not allowed.");
        }

        var merged = present.RemoveAll(tag => read.Exists(other => other.Key == tag.Key)).AddRange(read);
        return merged.Length > Limit ? throw new TrailTagsLimitExceededException() : merged;
    }

    /// <summary>The trail that a tagging request names by its ARN.</summary>
    /// <exception cref="TrailResourceNotFoundException">There is no such trail.</exception>
    public static TrailSettings Require(Call call, string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw new CloudTrailArnInvalidException(arn);
        }

        call.Authorize(call.TrailArn(arn), call.Account, null, []);
        return call.FindTrail(arn) ?? throw new TrailResourceNotFoundException(arn);
    }
}
