using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.S3;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html</remarks>
public sealed class TrailTests
{
    private const string Arn = $"arn:aws:cloudtrail:{TestStore.Region}:{TestStore.Account}:trail/audit";

    [Fact]
    public async Task A_new_trail_has_the_documented_defaults_and_does_not_record_yet()
    {
        await using var store = await WithBucketAsync();

        var answer = await store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs" });
        var status = await store.Do(new GetTrailStatus.Request { Name = "audit" });

        Assert.Equal(
            new TrailAnswer
            {
                Name = "audit",
                S3BucketName = "logs",
                TrailArn = Arn,
                IncludeGlobalServiceEvents = true,
                IsMultiRegionTrail = false,
                LogFileValidationEnabled = false,
            },
            answer);
        Assert.False(status.IsLogging);
        Assert.Equal("", status.TimeLoggingStarted);
        Assert.Null(status.StartLoggingTime);
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
    [Fact]
    public async Task The_status_tells_when_recording_was_started_and_when_it_was_stopped()
    {
        await using var store = await WithTrailAsync();

        await store.Do(new StartLogging.Request { Name = "audit" });
        var started = await store.Do(new GetTrailStatus.Request { Name = Arn });
        await store.PassAsync(TimeSpan.FromHours(1));
        await store.Do(new StopLogging.Request { Name = Arn });
        var stopped = await store.Do(new GetTrailStatus.Request { Name = "audit" });

        Assert.Equal((true, "2026-03-02T10:00:00Z", ""), (started.IsLogging, started.TimeLoggingStarted, started.TimeLoggingStopped));
        Assert.Equal((false, TestStore.Start, TestStore.Start.AddHours(1)), (stopped.IsLogging, stopped.StartLoggingTime, stopped.StopLoggingTime));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
    [Theory]
    [InlineData(null, new[] { "audit" })]
    [InlineData(true, new[] { "audit" })]
    [InlineData(false, new string[0])]
    public async Task Only_a_trail_of_every_region_shows_in_other_regions_and_only_as_a_shadow(bool? shadows, string[] expected)
    {
        await using var store = await WithBucketAsync();
        await store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs", IsMultiRegionTrail = true });
        await store.Do(new CreateTrail.Request { Name = "local", S3BucketName = "logs" });

        var elsewhere = await store.Do(new DescribeTrails.Request { IncludeShadowTrails = shadows }, "us-east-1");

        Assert.Equal(expected, elsewhere.TrailList.Select(trail => trail.Name));
        Assert.All(elsewhere.TrailList, trail => Assert.Equal(TestStore.Region, trail.HomeRegion));
    }

    // "names match the names of trails belonging only to the current Region and current account. To return information about a trail in another
    // Region, you must specify its trail ARN": https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
    [Fact]
    public async Task A_name_means_a_trail_of_the_region_and_an_ARN_one_of_any()
    {
        await using var store = await WithTrailAsync();

        var byName = await store.Do(new DescribeTrails.Request { TrailNameList = ["audit"] }, "us-east-1");
        var byArn = await store.Do(new DescribeTrails.Request { TrailNameList = [Arn] }, "us-east-1");

        Assert.Empty(byName.TrailList);
        Assert.Equal(Arn, Assert.Single(byArn.TrailList).TrailArn);
    }

    [Fact]
    public async Task A_trail_is_changed_in_its_home_region_only()
    {
        await using var store = await WithTrailAsync();

        await Assert.ThrowsAsync<InvalidHomeRegionException>(() => store.Do(new StopLogging.Request { Name = Arn }, "us-east-1"));
        await Assert.ThrowsAsync<InvalidHomeRegionException>(() => store.Do(new UpdateTrail.Request { Name = Arn, EnableLogFileValidation = true }, "us-east-1"));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html
    [Fact]
    public async Task An_update_changes_what_it_names_and_leaves_the_rest()
    {
        await using var store = await WithBucketAsync();
        await store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs", S3KeyPrefix = "prefix", EnableLogFileValidation = true });

        await store.Do(new UpdateTrail.Request { Name = "audit", IsMultiRegionTrail = true });

        var trail = (await store.Do(new GetTrail.Request { Name = "audit" })).Trail;
        Assert.Equal(("prefix", true, true), (trail.S3KeyPrefix, trail.LogFileValidationEnabled, trail.IsMultiRegionTrail));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html
    [Theory]
    [InlineData("ab", "Trail name too short. Minimum allowed length: 3 characters. Specified name length: 2 characters.")]
    [InlineData("-abc", "Trail name must starts with a letter or number.")]
    [InlineData("abc.", "Trail name must ends with a letter or number.")]
    [InlineData("a#bc", "Trail name or ARN can only contain uppercase letters, lowercase letters, numbers, periods (.), hyphens (-), and underscores (_).")]
    [InlineData("my-_namespace", "Trail name must not have adjacent periods, underscores or dashes.")]
    [InlineData("192.168.5.4", "Trail name must not be in IP address format.")]
    public async Task A_name_against_the_requirements_is_refused(string name, string message)
    {
        await using var store = await WithBucketAsync();

        var refusal = await Assert.ThrowsAsync<InvalidTrailNameException>(() => store.Do(new CreateTrail.Request { Name = name, S3BucketName = "logs" }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task A_trail_needs_its_bucket_its_key_and_the_global_services_of_a_trail_of_every_region()
    {
        await using var store = await WithBucketAsync();

        await Assert.ThrowsAsync<S3BucketDoesNotExistException>(() => store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "nowhere" }));
        await Assert.ThrowsAsync<KmsKeyNotFoundException>(() => store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs", KmsKeyId = "alias/none" }));
        await Assert.ThrowsAsync<TrailParameterCombinationException>(() => store.Do(new CreateTrail.Request
        {
            Name = "audit",
            S3BucketName = "nowhere",
            IsMultiRegionTrail = true,
            IncludeGlobalServiceEvents = false,
        }));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
    [Fact]
    public async Task A_region_has_five_trails_at_most_and_each_name_once()
    {
        await using var store = await WithTrailAsync();
        for (var i = 2; i <= 5; i++)
        {
            await store.Do(new CreateTrail.Request { Name = $"audit{i}", S3BucketName = "logs" });
        }

        await Assert.ThrowsAsync<TrailAlreadyExistsException>(() => store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs" }));
        await Assert.ThrowsAsync<MaximumNumberOfTrailsExceededException>(() => store.Do(new CreateTrail.Request { Name = "audit6", S3BucketName = "logs" }));
        await store.Do(new DeleteTrail.Request { Name = "audit" });
        await store.Do(new CreateTrail.Request { Name = "audit6", S3BucketName = "logs" });
        await Assert.ThrowsAsync<TrailNotFoundException>(() => store.Do(new GetTrail.Request { Name = "audit" }));
    }

    private static async Task<TestStore> WithBucketAsync()
    {
        var store = await TestStore.OpenAsync();
        await store.Do(new CreateBucket.Request { Bucket = "logs", LocationConstraint = TestStore.Region });
        return store;
    }

    private static async Task<TestStore> WithTrailAsync()
    {
        var store = await WithBucketAsync();
        await store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs" });
        return store;
    }
}
