using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Changes what a trail was set up with; what the request leaves out stays.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html"/>
internal sealed class UpdateTrail() : Operation<UpdateTrail.Request, TrailAnswer>(AwsService.CloudTrail, writes: true)
{
    public override TrailAnswer Handle(Request request, Call call)
    {
        var trail = call.RequireTrailAtHome(request.Name!);
        var changed = trail with
        {
            Bucket = request.S3BucketName ?? trail.Bucket,
            KeyPrefix = request.S3KeyPrefix ?? trail.KeyPrefix,
            IncludesGlobalServices = request.IncludeGlobalServiceEvents ?? trail.IncludesGlobalServices,
            IsMultiRegion = request.IsMultiRegionTrail ?? trail.IsMultiRegion,
            ValidatesFiles = request.EnableLogFileValidation ?? trail.ValidatesFiles,
            LogGroupArn = request.CloudWatchLogsLogGroupArn ?? trail.LogGroupArn,
            LogRoleArn = request.CloudWatchLogsRoleArn ?? trail.LogRoleArn,
            TopicName = request.SnsTopicName is null ? trail.TopicName : TrailNames.Topic(request.SnsTopicName),
        };
        TrailChecks.Require(call, changed, request.IsOrganizationTrail);
        changed = changed with { KmsKeyArn = request.KmsKeyId is null ? trail.KmsKeyArn : TrailChecks.Key(call, request.KmsKeyId) };
        call.Changes.Put(changed);
        return TrailAnswer.Of(changed);
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").Length(request.S3KeyPrefix, "s3KeyPrefix", 0, 200).ThrowIfBroken();

    internal sealed record Request : IRequest<TrailAnswer>
    {
        public string? Name { get; init; }

        public string? S3BucketName { get; init; }

        public string? S3KeyPrefix { get; init; }

        public string? SnsTopicName { get; init; }

        public bool? IncludeGlobalServiceEvents { get; init; }

        public bool? IsMultiRegionTrail { get; init; }

        public bool? EnableLogFileValidation { get; init; }

        public string? CloudWatchLogsLogGroupArn { get; init; }

        public string? CloudWatchLogsRoleArn { get; init; }

        public string? KmsKeyId { get; init; }

        public bool? IsOrganizationTrail { get; init; }
    }
}
