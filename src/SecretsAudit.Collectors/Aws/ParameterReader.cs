using System.Runtime.CompilerServices;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Reads the parameters of a scope with their tags and sharing. Never asks for a value.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html"/>
internal sealed class ParameterReader(Scope scope, AwsClients clients, Calls calls, InventoryNeeds needs)
{
    private const string List = "ssm:DescribeParameters";

    public async IAsyncEnumerable<InventoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PageWalk<DescribeParametersResponse>(
            calls, List, scope.ToString(),
            (token, stop) => clients.Parameters.DescribeParametersAsync(new() { MaxResults = 50, NextToken = token }, stop), page => page.NextToken);
        await foreach (var page in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (page.Gap is { } gap)
                yield return new InventoryItem.OfGap(gap);
            var reads = (page.Value?.Parameters ?? []).Select(entry => ParameterAsync(entry, page.Origin, cancellationToken));
            await foreach (var item in ReadsInOrder.TellAsync(reads).ConfigureAwait(false))
                yield return item;
        }
    }

    private async Task<IReadOnlyList<InventoryItem>> ParameterAsync(ParameterMetadata entry, FactOrigin origin, CancellationToken cancellationToken)
    {
        if (entry.Name is not { Length: > 0 } name)
        {
            return [new InventoryItem.OfGap(new Gap
            {
                Operation = List, Subject = entry.ARN ?? scope.ToString(), Scope = scope, Kind = GapKind.Failed,
                Reason = "a listed parameter has no name", Remedy = "Check that the endpoint speaks AWS's protocol.",
            })];
        }

        var arn = entry.ARN ?? ArnOf(name);
        var parameter = Of(entry, arn, name, origin);
        var tags = needs.HasFlag(InventoryNeeds.Parameters)
            ? calls.TryAsync("ssm:ListTagsForResource", arn, stop => clients.Parameters.ListTagsForResourceAsync(new() { ResourceType = ResourceTypeForTagging.Parameter, ResourceId = name }, stop), cancellationToken)
            : null;
        var shared = needs.HasFlag(InventoryNeeds.ParameterPolicies) ? PolicyAsync(entry, arn, origin, cancellationToken) : null;

        var gaps = new List<Gap>();
        if (tags is not null)
        {
            var answer = await tags.ConfigureAwait(false);
            parameter = parameter with { Tags = answer.Member<IReadOnlyDictionary<string, string>>(TagsOf) };
            if (answer.Gap is { } gap)
                gaps.Add(gap);
        }
        if (shared is not null)
        {
            var (policy, gap) = await shared.ConfigureAwait(false);
            parameter = parameter with { ResourcePolicy = policy };
            if (gap is not null)
                gaps.Add(gap);
        }
        return [.. gaps.Select(gap => new InventoryItem.OfGap(gap)), new InventoryItem.OfParameter(parameter)];
    }

    private Parameter Of(ParameterMetadata entry, string arn, string name, FactOrigin origin) => new()
    {
        Arn = arn,
        Name = name,
        Scope = scope,
        Type = Fact.FromMember(entry.Type?.Value, origin),
        KmsKeyId = Fact.FromMember(entry.KeyId, origin),
        Tier = Fact.FromMember(entry.Tier?.Value, origin),
        Description = Fact.FromMember(string.IsNullOrEmpty(entry.Description) ? null : entry.Description, origin),
        LastModified = Fact.FromMember(ListedSecret.Utc(entry.LastModifiedDate), origin),
        Version = Fact.FromMember(entry.Version, origin),
        Policies = Fact<IReadOnlyList<string>>.Known([.. (entry.Policies ?? []).Select(policy => policy.PolicyType).OfType<string>().Order(StringComparer.Ordinal)], origin),
    };

    /// <summary>Only an advanced parameter can be shared, so of the others there is nothing to ask.</summary>
    private async Task<(Fact<string> Policy, Gap? Gap)> PolicyAsync(ParameterMetadata entry, string arn, FactOrigin listed, CancellationToken cancellationToken)
    {
        if (entry.Tier is not null && entry.Tier.Value != ParameterTier.Advanced.Value)
            return (Fact<string>.Absent(listed), null);
        var answer = await calls.TryAsync(
            "ssm:GetResourcePolicies", arn, stop => clients.Parameters.GetResourcePoliciesAsync(new() { ResourceArn = arn, MaxResults = 50 }, stop), cancellationToken).ConfigureAwait(false);
        // AWS allows one policy a parameter; more than one is not understood, which is no pass.
        return answer.Value is { Policies.Count: > 1 }
            ? (Fact<string>.Unknown(answer.Origin.Failed("the parameter has more than one policy")), null)
            : (answer.Member(read => read.Policies is [{ Policy: var policy }] ? policy : null), answer.Gap);
    }

    // A parameter's name begins with a slash when it has a path, and the ARN has one in any case.
    private string ArnOf(string name) =>
        name.StartsWith("arn:", StringComparison.Ordinal) ? name : $"arn:aws:ssm:{scope.Region}:{scope.Account}:parameter/{name.TrimStart('/')}";

    private static Dictionary<string, string> TagsOf(ListTagsForResourceResponse read)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in read.TagList ?? [])
            tags[tag.Key ?? ""] = tag.Value ?? "";
        return tags;
    }
}
