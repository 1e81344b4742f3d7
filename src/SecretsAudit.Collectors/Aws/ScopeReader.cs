using System.Runtime.CompilerServices;
using SecretsAudit.Model;
using DescribeComplianceByConfigRuleResponse = Amazon.ConfigService.Model.DescribeComplianceByConfigRuleResponse;

namespace SecretsAudit.Collectors;

/// <summary>Reads one account and region, and no more of it than the rules need.</summary>
internal sealed class ScopeReader(Scope scope, AwsClients clients, AwsConnection connection, InventoryRequest request, TimeProvider time) : IDisposable
{
    private const InventoryNeeds NeedSecrets =
        InventoryNeeds.Description | InventoryNeeds.ResourcePolicy | InventoryNeeds.Versions | InventoryNeeds.Usage;

    private readonly Calls _calls = new(scope, clients, connection.ParallelCalls, time);

    public async IAsyncEnumerable<InventoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gaps = new GapTally(scope);
        await foreach (var item in ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item is not InventoryItem.OfGap(var gap) || gaps.Tell(gap))
                yield return item;
        }
        foreach (var gap in gaps.Rest())
            yield return new InventoryItem.OfGap(gap);
        yield return new InventoryItem.ScopeRead(scope);
    }

    public void Dispose() => _calls.Dispose();

    private async IAsyncEnumerable<InventoryItem> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Needs.HasFlag(InventoryNeeds.Keys))
        {
            Report("keys", 0);
            await foreach (var item in new KeyReader(scope, clients, _calls).ReadAsync(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
        if (request.Needs.HasFlag(InventoryNeeds.Account))
        {
            foreach (var item in await new AccountReader(scope, clients, _calls).ReadAsync(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
        if (request.Needs.HasFlag(InventoryNeeds.ConfigRules))
        {
            await foreach (var item in ConfigRulesAsync(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
        if ((request.Needs & (InventoryNeeds.Parameters | InventoryNeeds.ParameterPolicies)) != InventoryNeeds.None)
        {
            Report("parameters", 0);
            await foreach (var item in new ParameterReader(scope, clients, _calls, request.Needs).ReadAsync(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
        if ((request.Needs & NeedSecrets) != InventoryNeeds.None)
        {
            var use = TrailUse.NotRead;
            if (request.Needs.HasFlag(InventoryNeeds.Usage))
            {
                Report("use", 0);
                (use, var gap) = await ReadUseAsync(cancellationToken).ConfigureAwait(false);
                if (gap is not null)
                    yield return new InventoryItem.OfGap(gap);
            }
            var secrets = 0;
            await foreach (var item in new SecretReader(scope, clients, _calls, request.Needs, use).ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (item is InventoryItem.OfSecret && ++secrets % 100 == 0)
                    Report("secrets", secrets);
                yield return item;
            }
            Report("secrets", secrets);
        }
    }

    private Task<(TrailUse Use, Gap? Gap)> ReadUseAsync(CancellationToken cancellationToken)
    {
        if (connection.TrailFolder is { } folder)
            return new TrailFileReader(scope, folder, time).ReadAsync(request, cancellationToken);
        var pace = clients.IsCustom(TrailReader.Operation) ? TimeSpan.Zero : TrailReader.AwsPace;
        return new TrailReader(scope, clients, _calls, new RequestPace(pace, time), connection.UsagePages).ReadAsync(request, cancellationToken);
    }

    private void Report(string activity, int secrets) => request.Progress?.Report(new CollectionProgress(scope, secrets, activity));

    private async IAsyncEnumerable<InventoryItem> ConfigRulesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PageWalk<DescribeComplianceByConfigRuleResponse>(
            _calls, "config:DescribeComplianceByConfigRule", scope.ToString(),
            (token, stop) => clients.Config.DescribeComplianceByConfigRuleAsync(new() { NextToken = token }, stop), page => page.NextToken);
        await foreach (var page in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (page.Gap is { } gap)
                yield return new InventoryItem.OfGap(gap);
            foreach (var rule in page.Value?.ComplianceByConfigRules ?? [])
                yield return new InventoryItem.OfConfigRule(new ConfigRuleCompliance(
                    scope, rule.ConfigRuleName ?? "", rule.Compliance?.ComplianceType?.Value ?? "INSUFFICIENT_DATA",
                    rule.Compliance?.ComplianceContributorCount?.CappedCount));
        }
    }
}
