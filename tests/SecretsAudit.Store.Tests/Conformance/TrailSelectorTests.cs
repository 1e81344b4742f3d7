using System.Net;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.S3;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html</remarks>
public sealed class TrailSelectorTests
{
    private const string Arn = $"arn:aws:cloudtrail:{TestStore.Region}:{TestStore.Account}:trail/audit";

    // "By default, trails created without specific event selectors are configured to log all read and write management events, and no data events."
    [Fact]
    public async Task A_trail_records_all_management_events_and_no_data_events_before_anybody_chose()
    {
        await using var store = await WithTrailAsync();

        var chosen = await store.Do(new GetEventSelectors.Request { TrailName = "audit" });
        var trail = await store.Do(new GetTrail.Request { Name = "audit" });

        var selector = Assert.Single(chosen.EventSelectors!);
        Assert.Equal(("All", true), (selector.ReadWriteType, selector.IncludeManagementEvents));
        Assert.Empty(selector.DataResources!);
        Assert.False(trail.Trail.HasCustomEventSelectors);
    }

    [Fact]
    public async Task Advanced_selectors_replace_the_others()
    {
        await using var store = await WithTrailAsync();
        await store.Do(new PutEventSelectors.Request { TrailName = "audit", EventSelectors = [new() { ReadWriteType = "ReadOnly" }] });

        await store.Do(new PutEventSelectors.Request
        {
            TrailName = "audit",
            AdvancedEventSelectors = [new() { Name = "reads", FieldSelectors = [new() { Field = "eventCategory", Equal = ["Management"] }] }],
        });

        var chosen = await store.Do(new GetEventSelectors.Request { TrailName = Arn });
        Assert.Null(chosen.EventSelectors);
        Assert.Equal("Management", Assert.Single(Assert.Single(Assert.Single(chosen.AdvancedEventSelectors!).FieldSelectors!).Equal!));
        Assert.True((await store.Do(new GetTrail.Request { Name = "audit" })).Trail.HasCustomEventSelectors);
    }

    // "You can use either EventSelectors or AdvancedEventSelectors in your PutEventSelectors request, but not both."
    [Fact]
    public async Task Both_kinds_of_selectors_at_once_are_refused()
    {
        await using var store = await WithTrailAsync();

        await Assert.ThrowsAsync<InvalidEventSelectorsException>(() => store.Do(new PutEventSelectors.Request
        {
            TrailName = "audit",
            EventSelectors = [new()],
            AdvancedEventSelectors = [new() { FieldSelectors = [new() { Field = "eventCategory", Equal = ["Management"] }] }],
        }));
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetInsightSelectors.html
    [Fact]
    public async Task A_trail_without_Insights_answers_that_it_has_none()
    {
        await using var store = await WithTrailAsync();

        await Assert.ThrowsAsync<InsightNotEnabledException>(() => store.Do(new GetInsightSelectors.Request { TrailName = "audit" }));
        await store.Do(new PutInsightSelectors.Request { TrailName = "audit", InsightSelectors = [new() { InsightType = "ApiCallRateInsight" }] });

        Assert.Equal("ApiCallRateInsight", Assert.Single((await store.Do(new GetInsightSelectors.Request { TrailName = Arn })).InsightSelectors).InsightType);
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AddTags.html
    [Fact]
    public async Task Tags_are_added_replaced_by_key_and_removed()
    {
        await using var store = await WithTrailAsync();
        await store.Do(new AddTags.Request { ResourceId = Arn, TagsList = [new() { Key = "team", Value = "a" }, new() { Key = "stage", Value = "test" }] });
        await store.Do(new AddTags.Request { ResourceId = Arn, TagsList = [new() { Key = "team", Value = "b" }] });
        await store.Do(new RemoveTags.Request { ResourceId = Arn, TagsList = [new() { Key = "stage" }] });

        var tags = Assert.Single((await store.Do(new ListTags.Request { ResourceIdList = [Arn] })).ResourceTagList);

        Assert.Equal([("team", "b")], tags.TagsList.Select(tag => (tag.Key, tag.Value)));
        await Assert.ThrowsAsync<CloudTrailArnInvalidException>(() => store.Do(new ListTags.Request { ResourceIdList = ["audit"] }));
    }

    // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
    [Fact]
    public async Task A_bucket_is_made_once_found_and_deleted_over_S3s_own_protocol()
    {
        await using var store = await TestStore.OpenAsync();
        var signer = (await store.SignerAsync()) with { Service = "s3" };

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Head)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Put, "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Head)).StatusCode);
        var again = await SendAsync(HttpMethod.Put, "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("<Code>BucketAlreadyOwnedByYou</Code>", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Put, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Head)).StatusCode);

        async Task<HttpResponseMessage> SendAsync(HttpMethod method, string body = "")
        {
            using var request = signer.SignRest(method, "https://store.test/a-bucket", body);
            return await store.Http.SendAsync(request);
        }
    }

    private static async Task<TestStore> WithTrailAsync()
    {
        var store = await TestStore.OpenAsync();
        await store.Do(new CreateBucket.Request { Bucket = "logs", LocationConstraint = TestStore.Region });
        await store.Do(new CreateTrail.Request { Name = "audit", S3BucketName = "logs" });
        return store;
    }
}
