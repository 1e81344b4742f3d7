using System.Text.Json;

namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html</summary>
public sealed class BatchGetSecretValuePage : ApiPage
{
    [Fact]
    public async Task Values_and_failures_come_side_by_side()
    {
        await Create("a", "one");
        await Create("gone");
        await Ok("DeleteSecret", new { SecretId = "gone" });

        var body = await Ok("BatchGetSecretValue", new { SecretIdList = new[] { "a", "none", "gone" } });

        Assert.Equal("one", Assert.Single(body.Items("SecretValues")).Text("SecretString"));
        Assert.Equal(
            ["gone: InvalidRequestException", "none: ResourceNotFoundException"],
            body.Items("Errors").Select(error => $"{error.Text("SecretId")}: {error.Text("ErrorCode")}").Order());
    }

    [Fact]
    public async Task A_filter_finds_the_secrets_and_pages()
    {
        foreach (var name in new[] { "a1", "a2", "a3", "b" })
        {
            await Create(name, name);
        }

        var filters = new[] { new { Key = "name", Values = new[] { "a" } } };
        var first = await Ok("BatchGetSecretValue", new { Filters = filters, MaxResults = 2 });
        var second = await Ok("BatchGetSecretValue", new { Filters = filters, MaxResults = 2, NextToken = first.Text("NextToken") });

        Assert.Equal(["a1", "a2"], first.Names("SecretValues"));
        Assert.Equal(["a3"], second.Names("SecretValues"));
        Assert.False(second.Has("NextToken"));
    }

    [Fact]
    public async Task It_takes_ids_or_filters_and_a_size_only_with_filters()
    {
        var filters = new[] { new { Key = "name", Values = new[] { "a" } } };

        await Refused(
            "InvalidParameterException", "Either 'SecretIdList' or 'Filters' must be provided, but not both.", "BatchGetSecretValue", new { SecretIdList = new[] { "a" }, Filters = filters });
        await Refused("InvalidParameterException", "Either 'SecretIdList' or 'Filters' must be provided, but not both.", "BatchGetSecretValue");
        await Refused(
            "InvalidParameterException", "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.",
            "BatchGetSecretValue", new { SecretIdList = new[] { "a" }, MaxResults = 2 });
    }

    [Fact]
    public async Task Twenty_ids_fit_and_twenty_one_do_not()
    {
        string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(i => $"s{i}")];

        await Ok("BatchGetSecretValue", new { SecretIdList = Ids(20) });

        Assert.Equal("ValidationException", (await Refused("BatchGetSecretValue", new { SecretIdList = Ids(21) })).Code);
    }

    [Fact]
    public async Task Every_secret_read_counts_as_read()
    {
        await Create("a");

        await Ok("BatchGetSecretValue", new { SecretIdList = new[] { "a" } });

        Assert.True((await Ok("DescribeSecret", new { SecretId = "a" })).Has("LastAccessedDate"));
    }

    /// <summary>"Secrets Manager generates CloudTrail GetSecretValue log entries for each secret you request when you call this action."</summary>
    [Fact]
    public async Task Every_secret_asked_for_has_an_event_of_its_own_in_the_trail()
    {
        var arn = await Create("a");
        await Ok("BatchGetSecretValue", new { SecretIdList = new[] { "a", "none" } });

        var events = (await Store.Do(new Store.Operations.CloudTrail.LookupEvents.Request())).Events;

        var batch = Assert.Single(events, one => one.EventName == "BatchGetSecretValue");
        Assert.Equal([arn], batch.Resources!.Select(resource => resource.ResourceName));
        var reads = events.Where(one => one.EventName == "GetSecretValue").Select(one => JsonDocument.Parse(one.CloudTrailEvent).RootElement).ToArray();
        Assert.Equal(["a", "none"], reads.Select(read => read.GetProperty("requestParameters").Text("secretId")).Order());
        Assert.All(reads, read => Assert.Equal(JsonDocument.Parse(batch.CloudTrailEvent).RootElement.Text("requestID"), read.Text("requestID")));
        Assert.Equal("ResourceNotFoundException", Assert.Single(reads, read => read.Has("errorCode")).Text("errorCode"));
    }
}
