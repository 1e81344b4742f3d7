using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Accounts;

/// <summary>An AWS account that the store serves.</summary>
internal sealed record Account : Row
{
    public required string AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>The organisation's id, for <c>aws:PrincipalOrgID</c>; null when the account stands alone.</summary>
    public string? OrganizationId { get; init; }

    [JsonIgnore]
    public override RowId Id => new(RowKind.Account, AccountId);
}
