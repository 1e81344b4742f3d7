using Amazon.ConfigService.Model;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>Lists are walked page after page.</summary>
public sealed class PagesTests
{
    [Fact]
    public async Task Pages_follow_the_token_until_there_is_none()
    {
        var wire = Wire.Answering(
            (200, """{"SecretList":[{"Name":"a"}],"NextToken":"t1"}"""),
            (200, """{"SecretList":[],"NextToken":"t2"}"""),
            (200, """{"SecretList":[{"Name":"b"}]}"""));
        using var client = Clients.SecretsManager(wire);

        var names = new List<string>();
        await foreach (var page in client.Paginators.ListSecrets(new ListSecretsRequest { MaxResults = 1 }).Responses)
            names.AddRange(page.SecretList!.Select(secret => secret.Name!));

        Assert.Equal(["a", "b"], names);
        Assert.Equal(
            ["""{"MaxResults":1}""", """{"MaxResults":1,"NextToken":"t1"}""", """{"MaxResults":1,"NextToken":"t2"}"""],
            wire.Sent.Select(sent => sent.Body));
    }

    [Fact]
    public async Task Entries_of_all_pages_come_as_one_list_and_a_page_without_entries_is_skipped()
    {
        var wire = Wire.Answering(
            (200, """{"NextToken":"t1"}"""),
            (200, """{"ComplianceByConfigRules":[{"ConfigRuleName":"r","Compliance":{"ComplianceType":"NON_COMPLIANT"}}]}"""));
        using var client = Clients.ConfigService(wire);

        var rules = new List<ComplianceByConfigRule>();
        await foreach (var rule in client.Paginators.DescribeComplianceByConfigRule(new()).ComplianceByConfigRules)
            rules.Add(rule);

        Assert.Equal(Amazon.ConfigService.ComplianceType.NON_COMPLIANT, Assert.Single(rules).Compliance!.ComplianceType);
    }

    [Fact]
    public async Task A_token_that_leads_back_to_itself_is_an_error_not_an_endless_list()
    {
        using var client = Clients.SecretsManager(Wire.Answering((200, """{"SecretList":[],"NextToken":"same"}""")));

        await Assert.ThrowsAsync<AmazonClientException>(() => WalkAsync(client.Paginators.ListSecrets(new())));
    }

    [Fact]
    public async Task A_paginator_is_walked_once()
    {
        using var client = Clients.SecretsManager(Wire.Answering((200, "{}")));
        var pages = client.Paginators.ListSecrets(new());
        await WalkAsync(pages);

        await Assert.ThrowsAsync<InvalidOperationException>(() => WalkAsync(pages));
    }

    [Fact]
    public async Task Cancelling_stops_between_pages()
    {
        using var stop = new CancellationTokenSource();
        var pages = 0;
        var wire = new Wire((_, _) => Wire.Json(200, $$"""{"SecretList":[],"NextToken":"t{{++pages}}"}"""));
        using var client = Clients.SecretsManager(wire);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.Paginators.ListSecrets(new()).Responses.WithCancellation(stop.Token))
                await stop.CancelAsync();
        });
        Assert.Equal(1, pages);
    }

    private static async Task WalkAsync(IListSecretsPaginator pages)
    {
        await foreach (var _ in pages.Responses)
        {
        }
    }
}
