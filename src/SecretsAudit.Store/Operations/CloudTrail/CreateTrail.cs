using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Sets a trail up; it records once StartLogging started it.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html"/>
internal sealed class CreateTrail() : Operation<CreateTrail.Request, TrailAnswer>(AwsService.CloudTrail, writes: true)
{
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
    private const int PerRegion = 5;

    public override TrailAnswer Handle(Request request, Call call)
    {
        var name = request.Name!;
        TrailNames.Check(name);
        call.Authorize(call.TrailArn(name), call.Account, null, []);
        var trail = new TrailSettings
        {
            Account = call.Account,
            Region = ScopedRow.Global,
            Name = TrailSettings.NameOf(call.Region, name),
            HomeRegion = call.Region,
            TrailName = name,
            Created = call.Now,
            Bucket = request.S3BucketName!,
            KeyPrefix = request.S3KeyPrefix,
            IncludesGlobalServices = request.IncludeGlobalServiceEvents ?? true,
            IsMultiRegion = request.IsMultiRegionTrail ?? false,
            ValidatesFiles = request.EnableLogFileValidation ?? false,
            LogGroupArn = request.CloudWatchLogsLogGroupArn,
            LogRoleArn = request.CloudWatchLogsRoleArn,
            TopicName = TrailNames.Topic(request.SnsTopicName),
            Tags = TrailTags.Merge([], request.TagsList),
        };
        TrailChecks.Require(call, trail, request.IsOrganizationTrail);
        trail = trail with { KmsKeyArn = TrailChecks.Key(call, request.KmsKeyId) };
        if (call.State.Find(trail.Id) is not null)
        {
            throw new TrailAlreadyExistsException(name, call.Account);
        }

        if (call.Trails().Count(other => other.HomeRegion == call.Region) >= PerRegion)
        {
            throw new MaximumNumberOfTrailsExceededException(call.Account);
        }

        call.Changes.Put(trail);
        call.Touch(AccountTrails.ResourceType, trail.Arn);
        return TrailAnswer.Of(trail);
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").Required(request.S3BucketName, "s3BucketName")
        .Length(request.S3KeyPrefix, "s3KeyPrefix", 0, 200).ThrowIfBroken();

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

        public IReadOnlyList<WireTag?>? TagsList { get; init; }
    }
}
