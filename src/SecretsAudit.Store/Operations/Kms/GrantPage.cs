using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A page of grants.</summary>
internal sealed record GrantPage
{
    public required IReadOnlyList<GrantListEntry> Grants { get; init; }

    public string? NextMarker { get; init; }

    public required bool Truncated { get; init; }

    public static GrantPage Of(KmsPage<KmsGrant> page) => new()
    {
        Grants = [.. page.Items.Select(GrantListEntry.Of)],
        NextMarker = page.NextMarker,
        Truncated = page.NextMarker is not null,
    };
}
