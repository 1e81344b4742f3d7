using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using SecretsAudit.Store.Operations.Kms;

namespace SecretsAudit.Store.Estate.History;

/// <summary>The company's KMS keys, made on its first day, and what a secret's creator writes to name one.</summary>
internal sealed class KeyRing(ReferenceStore store, Staff staff)
{
    private readonly Dictionary<(Place Place, string Alias), KeyMetadata> _described = [];

    /// <summary>Makes every key with its alias and its yearly rotation.</summary>
    public async Task CutAsync(IEnumerable<SecretPlan> secrets, IEnumerable<KeyPlan> troubled, CancellationToken cancellationToken)
    {
        foreach (var place in Place.All)
        {
            foreach (var alias in CustomerKeys.In(place))
                await CutAsync(place, alias, cancellationToken);
        }

        // Regions where the company has replicas and nothing else.
        var outposts = secrets
            .SelectMany(secret => secret.ReplicaRegions.Select(region => secret.Place with { Region = region }))
            .Where(place => !Place.Regions.Contains(place.Region))
            .Distinct()
            .OrderBy(place => place.ToString(), StringComparer.Ordinal);
        foreach (var place in outposts)
            await CutAsync(place, CustomerKeys.General(place.Environment), cancellationToken);

        foreach (var plan in troubled)
            await CutAsync(plan, cancellationToken);
    }

    /// <summary>Lets happen to the troubled keys what happened this morning.</summary>
    public async Task WearAsync(IEnumerable<KeyPlan> troubled, CancellationToken cancellationToken)
    {
        foreach (var plan in troubled)
        {
            var caller = staff[plan.Place.Environment, Staff.Pipeline];
            var id = (await DescribeAsync(plan.Alias, plan.Place, cancellationToken)).KeyId;
            if (plan.PolicySinceToday is { } policy)
                await store.InvokeAsync(caller, plan.Place.Region, new PutKeyPolicy.Request { KeyId = id, Policy = policy }, cancellationToken);
            if (plan.IsDisabledToday)
                await store.InvokeAsync(caller, plan.Place.Region, new DisableKey.Request { KeyId = id }, cancellationToken);
            if (plan.IsDeletedToday)
                await store.InvokeAsync(caller, plan.Place.Region, new ScheduleKeyDeletion.Request { KeyId = id }, cancellationToken);
        }
    }

    /// <summary>The ARN of the key that an alias stands for.</summary>
    public async Task<string> ArnAsync(string alias, Place place, CancellationToken cancellationToken) => (await DescribeAsync(alias, place, cancellationToken)).Arn;

    /// <summary>The text for <c>KmsKeyId</c>; null when the creator leaves it out.</summary>
    public async Task<string?> NameAsync(KeyChoice choice, Place place, CancellationToken cancellationToken) => choice switch
    {
        KeyChoice.Alias alias => alias.Name,
        KeyChoice.ArnOf alias => (await DescribeAsync(alias.Name, place, cancellationToken)).Arn,
        KeyChoice.ArnElsewhere alias => (await DescribeAsync(alias.Name, alias.Place, cancellationToken)).Arn,
        KeyChoice.IdOf alias => (await DescribeAsync(alias.Name, place, cancellationToken)).KeyId,
        _ => null,
    };

    private Task CutAsync(Place place, string alias, CancellationToken cancellationToken) => CutAsync(new KeyPlan(place, alias), cancellationToken);

    private async Task CutAsync(KeyPlan plan, CancellationToken cancellationToken)
    {
        var (place, alias) = (plan.Place, plan.Alias);
        var caller = staff[place.Environment, Staff.Pipeline];
        var key = await store.InvokeAsync(caller, place.Region, new CreateKey.Request
        {
            Description = $"{alias["alias/".Length..]} of {place.Environment.Name}",
            Policy = plan.Policy,
            KeySpec = plan.Spec,
            MultiRegion = plan.IsMultiRegion,
            KeyUsage = plan.Spec is null ? null : "SIGN_VERIFY",
        }, cancellationToken);
        var id = key.KeyMetadata.KeyId;
        await store.InvokeAsync(caller, place.Region, new CreateAlias.Request { AliasName = alias, TargetKeyId = id }, cancellationToken);
        if (plan.Rotates)
            await store.InvokeAsync(caller, place.Region, new EnableKeyRotation.Request { KeyId = id }, cancellationToken);
    }

    private async Task<KeyMetadata> DescribeAsync(string alias, Place place, CancellationToken cancellationToken)
    {
        if (_described.TryGetValue((place, alias), out var known))
            return known;

        var answer = await store.InvokeAsync(staff[place.Environment, Staff.Pipeline], place.Region, new DescribeKey.Request { KeyId = alias }, cancellationToken);
        return _described[(place, alias)] = answer.KeyMetadata;
    }
}
