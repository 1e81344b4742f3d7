using System.Runtime.CompilerServices;
using Amazon.KeyManagementService.Model;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Reads the KMS keys of a scope: state, aliases, policy, rotation.</summary>
internal sealed class KeyReader(Scope scope, AwsClients clients, Calls calls)
{
    public async IAsyncEnumerable<InventoryItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (aliases, aliasOrigin, aliasGap) = await AliasesAsync(cancellationToken).ConfigureAwait(false);
        if (aliasGap is not null)
            yield return new InventoryItem.OfGap(aliasGap);

        var pages = new PageWalk<ListKeysResponse>(
            calls, "kms:ListKeys", scope.ToString(),
            (marker, stop) => clients.Keys.ListKeysAsync(new ListKeysRequest { Marker = marker, Limit = 1000 }, stop), page => page.NextMarker);
        await foreach (var page in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (page.Gap is { } gap)
                yield return new InventoryItem.OfGap(gap);
            var reads = (page.Value?.Keys ?? []).Select(key => KeyAsync(key, AliasesOf(key.KeyId), cancellationToken));
            await foreach (var item in ReadsInOrder.TellAsync(reads).ConfigureAwait(false))
                yield return item;
        }

        Fact<IReadOnlyList<string>> AliasesOf(string key) => aliasGap is null
            ? Fact<IReadOnlyList<string>>.Known([.. aliases[key].Order(StringComparer.Ordinal)], aliasOrigin)
            : Fact<IReadOnlyList<string>>.Unknown(aliasOrigin);
    }

    private async Task<(ILookup<string, string> Aliases, FactOrigin Origin, Gap? Gap)> AliasesAsync(CancellationToken cancellationToken)
    {
        var found = new List<AliasListEntry>();
        var origin = calls.Origin("kms:ListAliases");
        var pages = new PageWalk<ListAliasesResponse>(
            calls, "kms:ListAliases", scope.ToString(),
            (marker, stop) => clients.Keys.ListAliasesAsync(new ListAliasesRequest { Marker = marker, Limit = 100 }, stop), page => page.NextMarker);
        Gap? gap = null;
        await foreach (var page in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            (origin, gap) = (page.Origin, page.Gap);
            found.AddRange(page.Value?.Aliases ?? []);
        }
        // AWS lists aliases of its own that have no key yet.
        return (found.Where(alias => alias.TargetKeyId is not null).ToLookup(alias => alias.TargetKeyId, alias => alias.AliasName), origin, gap);
    }

    private async Task<IReadOnlyList<InventoryItem>> KeyAsync(KeyListEntry entry, Fact<IReadOnlyList<string>> aliases, CancellationToken cancellationToken)
    {
        var described = calls.TryAsync(
            "kms:DescribeKey", entry.KeyArn, stop => clients.Keys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = entry.KeyId }, stop), cancellationToken);
        var policy = calls.TryAsync(
            "kms:GetKeyPolicy", entry.KeyArn, stop => clients.Keys.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = entry.KeyId, PolicyName = "default" }, stop), cancellationToken);
        var rotation = calls.TryAsync(
            "kms:GetKeyRotationStatus", entry.KeyArn, stop => clients.Keys.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = entry.KeyId }, stop), cancellationToken);

        var (key, document, rotates) = (await described.ConfigureAwait(false), await policy.ConfigureAwait(false), await rotation.ConfigureAwait(false));
        // Asymmetric keys, HMAC keys and material that KMS did not make cannot rotate by themselves, and neither can a key that waits for its
        // deletion: a status of false says nothing about them, and a refusal is an answer, not a failed read.
        // https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
        var cannotRotate = rotates.Failure is UnsupportedOperationException or KMSInvalidStateException
            || key.Value?.KeyMetadata is { KeySpec.Value: not "SYMMETRIC_DEFAULT" } or { Origin.Value: not "AWS_KMS" };
        Gap?[] gaps = [key.Gap, document.Gap, cannotRotate ? null : rotates.Gap];
        return
        [
            .. gaps.OfType<Gap>().Select(gap => new InventoryItem.OfGap(gap)),
            new InventoryItem.OfKey(new KmsKey
            {
                Arn = entry.KeyArn,
                Id = entry.KeyId,
                Scope = scope,
                Aliases = aliases,
                Manager = key.Member(answer => answer.KeyMetadata?.KeyManager?.Value),
                State = key.Member(answer => answer.KeyMetadata?.KeyState?.Value),
                DeletionDate = key.Member(answer => answer.KeyMetadata?.DeletionDate is { } date ? new DateTimeOffset(date.ToUniversalTime()) : (DateTimeOffset?)null),
                CreatedAt = key.Member(answer => answer.KeyMetadata?.CreationDate is { } date ? new DateTimeOffset(date.ToUniversalTime()) : (DateTimeOffset?)null),
                Spec = key.Member(answer => answer.KeyMetadata?.KeySpec?.Value),
                MaterialOrigin = key.Member(answer => answer.KeyMetadata?.Origin?.Value),
                Policy = document.Member(answer => answer.Policy),
                RotationEnabled = cannotRotate
                    ? Fact<bool>.Absent(calls.Origin("kms:GetKeyRotationStatus"))
                    : rotates.Member(answer => answer.KeyRotationEnabled),
            }),
        ];
    }
}
