using System.Runtime.CompilerServices;
using Amazon.SecretsManager.Model;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Reads the secrets of a scope, those scheduled for deletion too.</summary>
internal sealed class SecretReader(Scope scope, AwsClients clients, Calls calls, InventoryNeeds needs, TrailUse use)
{
    public async IAsyncEnumerable<InventoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PageWalk<ListSecretsResponse>(
            calls, "secretsmanager:ListSecrets", scope.ToString(),
            (token, stop) => clients.Secrets.ListSecretsAsync(new() { IncludePlannedDeletion = true, MaxResults = 100, NextToken = token }, stop),
            page => page.NextToken);
        await foreach (var page in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (page.Gap is { } gap)
                yield return new InventoryItem.OfGap(gap);
            var reads = (page.Value?.SecretList ?? []).Select(entry => SecretAsync(entry, page.Origin, cancellationToken));
            await foreach (var item in ReadsInOrder.TellAsync(reads).ConfigureAwait(false))
                yield return item;
        }
    }

    private async Task<IReadOnlyList<InventoryItem>> SecretAsync(SecretListEntry entry, FactOrigin origin, CancellationToken cancellationToken)
    {
        if (entry is not { ARN: { } arn, Name: { } name })
            return [new InventoryItem.OfGap(new Gap
            {
                Operation = origin.Source, Subject = entry.ARN ?? entry.Name ?? scope.ToString(), Scope = scope, Kind = GapKind.Failed,
                Reason = "a listed secret has no ARN or no name", Remedy = "Check that the endpoint speaks AWS's protocol.",
            })];

        var secret = ListedSecret.Of(entry, scope, origin);
        var replicas = needs.HasFlag(InventoryNeeds.Description) ? ReplicasAsync(entry, arn, origin, cancellationToken) : null;
        var policy = needs.HasFlag(InventoryNeeds.ResourcePolicy)
            ? calls.TryAsync("secretsmanager:GetResourcePolicy", arn, stop => clients.Secrets.GetResourcePolicyAsync(new() { SecretId = arn }, stop), cancellationToken)
            : null;
        var versions = needs.HasFlag(InventoryNeeds.Versions) ? VersionsAsync(arn, cancellationToken) : null;

        var gaps = new List<Gap>();
        if (replicas is not null)
        {
            var (fact, gap) = await replicas.ConfigureAwait(false);
            secret = secret with { Replicas = fact };
            Add(gap);
        }
        if (policy is not null)
        {
            var answer = await policy.ConfigureAwait(false);
            secret = secret with { ResourcePolicy = answer.Member(read => read.ResourcePolicy) };
            Add(answer.Gap);
        }
        if (versions is not null)
        {
            var (fact, gap) = await versions.ConfigureAwait(false);
            secret = secret with { Versions = fact };
            Add(gap);
        }
        if (needs.HasFlag(InventoryNeeds.Usage))
            secret = secret with { Usage = use.Of(arn, name) };
        return [.. gaps.Select(gap => new InventoryItem.OfGap(gap)), new InventoryItem.OfSecret(secret)];

        void Add(Gap? gap)
        {
            // A secret that is scheduled for deletion refuses some reads; that is its state, and no one's permission mends it.
            if (gap is not null && !(secret.DeletedAt.IsKnown && gap.Reason.StartsWith("InvalidRequestException", StringComparison.Ordinal)))
                gaps.Add(gap);
        }
    }

    /// <summary>Replicas are described by the primary alone, and only a replicated secret names its primary's region.</summary>
    private async Task<(Fact<IReadOnlyList<Replica>> Replicas, Gap? Gap)> ReplicasAsync(
        SecretListEntry entry, string arn, FactOrigin listed, CancellationToken cancellationToken)
    {
        if (entry.PrimaryRegion is null || entry.PrimaryRegion != scope.Region)
            return (Fact<IReadOnlyList<Replica>>.Known([], listed), null);
        var described = await calls.TryAsync(
            "secretsmanager:DescribeSecret", arn, stop => clients.Secrets.DescribeSecretAsync(new() { SecretId = arn }, stop), cancellationToken).ConfigureAwait(false);
        return (described.Member<IReadOnlyList<Replica>>(answer =>
        [
            .. (answer.ReplicationStatus ?? []).Where(status => status.Region is not null).Select(status => new Replica
            {
                Region = status.Region!,
                Status = status.Status?.Value ?? "",
                StatusMessage = status.StatusMessage,
                KmsKeyId = status.KmsKeyId,
                LastAccessed = ListedSecret.Utc(status.LastAccessedDate),
            }),
        ]), described.Gap);
    }

    private async Task<(Fact<IReadOnlyList<SecretVersion>> Versions, Gap? Gap)> VersionsAsync(string arn, CancellationToken cancellationToken)
    {
        var versions = new List<SecretVersion>();
        var origin = calls.Origin("secretsmanager:ListSecretVersionIds");
        var pages = new PageWalk<ListSecretVersionIdsResponse>(
            calls, "secretsmanager:ListSecretVersionIds", arn,
            (token, stop) => clients.Secrets.ListSecretVersionIdsAsync(new() { SecretId = arn, MaxResults = 100, NextToken = token }, stop), page => page.NextToken);
        await foreach (var page in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (page.Value is null)
                return (Fact<IReadOnlyList<SecretVersion>>.Unknown(page.Origin), page.Gap);
            origin = page.Origin;
            versions.AddRange((page.Value.Versions ?? []).Where(version => version.VersionId is not null).Select(version => new SecretVersion(
                version.VersionId!, version.VersionStages ?? [], Fact.FromMember(ListedSecret.Utc(version.CreatedDate), page.Origin))));
        }
        return (Fact<IReadOnlyList<SecretVersion>>.Known(versions, origin), null);
    }
}
