using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plants.PolicyText;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Customer keys that are off, about to go, open to others or closed to everyone, keys that only look so, and the secrets under them.</summary>
internal static class TroubledKeys
{
    private const string Retired = "alias/retired-exports";
    private const string OldLedger = "alias/old-ledger";
    private const string LockedAway = "alias/locked-away";
    private const string ByTheHour = "alias/by-the-hour";

    /// <summary>A key of the shared services that production may use.</summary>
    public const string Tenants = "alias/tenant-exchange";

    private const string UseAndLook = "[\"kms:Decrypt\", \"kms:GenerateDataKey\", \"kms:DescribeKey\"]";

    /// <summary>The keys.</summary>
    public static IReadOnlyList<KeyPlan> Keys { get; } =
    [
        new KeyPlan(Production(), Retired) { IsDisabledToday = true }
            .Resembles(RuleNames.KeyPendingDeletion, "Disabled this morning, which can be undone at any time.")
            .Breaks(HouseRuleNames.KeyDisabled, "Disabled this morning."),
        new KeyPlan(Production(), OldLedger) { IsDeletedToday = true }
            .Breaks(RuleNames.KeyPendingDeletion, "Its deletion was asked for this morning, and a secret is still under it.")
            .Resembles(HouseRuleNames.KeyDisabled, "It cannot be used either, and its deletion is asked for."),
        new KeyPlan(Staging(Virginia), "alias/rehearsal") { IsDeletedToday = true }
            .Breaks(RuleNames.KeyPendingDeletion, "Its deletion was asked for this morning; what was encrypted under it before is lost with it."),
        new KeyPlan(Shared(), "alias/build-artefacts") { Rotates = false }
            .Breaks(RuleNames.KeyWithoutRotation, "Made by hand; nobody turned rotation on."),
        new KeyPlan(Production(Ireland), "alias/campaign-exports") { Rotates = false }
            .Breaks(RuleNames.KeyWithoutRotation, "Made by a template that leaves rotation out."),
        new KeyPlan(Shared(), "alias/disaster-recovery") { IsMultiRegion = true }
            .Breaks(HouseRuleNames.MultiRegionKey, "Made as a multi-Region key, for archives that another region can read."),
        new KeyPlan(Shared(Ireland), "alias/disaster-recovery")
            .Resembles(HouseRuleNames.MultiRegionKey, "The same alias in another region, on a key of that region alone."),
        new KeyPlan(Shared(), "alias/release-signing") { Rotates = false, Spec = "ECC_NIST_P256" }
            .Resembles(RuleNames.KeyWithoutRotation, "An asymmetric key: KMS rotates none of those."),
        new KeyPlan(Production(), "alias/partner-exchange") { Policy = WithOwner(Env.Production, Allow(Everybody, action: UseAndLook)) }
            .Breaks(RuleNames.KeyPublic, "Principal is * and there is no condition: any AWS account may decrypt."),
        new KeyPlan(Staging(), "alias/partner-exchange") { Policy = WithOwner(Env.Staging, Allow(Aws("*"), When("StringLike", "kms:ViaService", "secretsmanager.*.amazonaws.com"), UseAndLook)) }
            .Breaks(RuleNames.KeyPublic, "Narrowed to calls through Secrets Manager, which any account can make."),
        new KeyPlan(Shared(), Tenants) { Policy = WithOwner(Env.Shared, Allow(Everybody, When("StringEquals", "kms:CallerAccount", Env.Production.Id), UseAndLook)) }
            .Resembles(RuleNames.KeyPublic, "Principal is *, narrowed to one account of the company.")
            .Resembles(HouseRuleNames.KeyOutsideTrust, "The one account is of the company."),
        new KeyPlan(Production(Ireland), "alias/supplier-exchange") { Policy = WithOwner(Env.Production, Allow(Aws("arn:aws:iam::100020003000:root"), action: UseAndLook)) }
            .Breaks(HouseRuleNames.KeyOutsideTrust, "A supplier's account may use it.")
            .Resembles(HouseRuleNames.KeyWildcardAction, "The account itself may do everything, as AWS writes into each new key's policy."),
        new KeyPlan(Staging(Ireland), "alias/key-custodians") { Policy = WithOwner(Env.Staging, Allow(Aws(Env.Staging.Role("on-call-engineer")), action: "\"kms:*\"")) }
            .Breaks(HouseRuleNames.KeyWildcardAction, "A role may do everything with the key, its deletion included.")
            .Resembles(HouseRuleNames.KeyOutsideTrust, "The role is of the account."),
        new KeyPlan(Shared(Ireland), "alias/telemetry") { Policy = WithOwner(Env.Shared, Allow(Aws(Env.Production.Role("log-shipper")), When("StringLike", "aws:PrincipalArn", "*"), UseAndLook)) }
            .Breaks(RuleNames.KeyVoidCondition, "The condition compares the principal with *, which every caller matches."),
        new KeyPlan(Shared(Virginia), "alias/telemetry") { Policy = WithOwner(Env.Shared, Allow(Aws(Env.Production.Role("log-shipper")), When("StringLike", "aws:PrincipalArn", Env.Production.Role("log-*")), UseAndLook)) }
            .Resembles(RuleNames.KeyVoidCondition, "The condition's asterisk narrows to roles of one name."),
        new KeyPlan(Production(Virginia), "alias/fraud-archive") { Policy = WithOwner(Env.Production, Allow(Aws("AROAEXAMPLEFRAUDTEAM1"), action: UseAndLook)) }
            .Breaks(RuleNames.KeyDeletedPrincipal, "The role was deleted; KMS shows what was its unique id."),
        new KeyPlan(Production(Virginia), "alias/fraud-cases") { Policy = WithOwner(Env.Production, Allow(Aws(Env.Production.Role("AROA-fraud-team")), action: UseAndLook)) }
            .Resembles(RuleNames.KeyDeletedPrincipal, "A role of the account whose name begins like a unique id."),
        new KeyPlan(Production(), LockedAway) { PolicySinceToday = Of(Allow(Aws($"arn:aws:iam::{Env.Production.Id}:root"), action: "[\"kms:DescribeKey\", \"kms:Get*\", \"kms:List*\", \"kms:PutKeyPolicy\"]")) },
        new KeyPlan(Production(), ByTheHour) { PolicySinceToday = Of(
                Allow(Aws($"arn:aws:iam::{Env.Production.Id}:root"), action: "[\"kms:DescribeKey\", \"kms:Get*\", \"kms:List*\", \"kms:PutKeyPolicy\"]"),
                Allow(Aws(Env.Production.Role("clearing-house")), action: UseAndLook)) },
    ];

    /// <summary>The secrets.</summary>
    public static IEnumerable<SecretPlan> Secrets()
    {
        yield return Ordinary.Secret("prod/analytics/data-export/warehouse-token", Frankfurt, PartnerApiKey, "2025-02-11").With(new KeyChoice.Alias(Retired))
            .Breaks(RuleNames.KeyUnusable, "Its key was disabled this morning: nobody can read it.");
        yield return Ordinary.Secret("prod/finance/general-ledger/export-key", Frankfurt, EncryptionKey, "2024-04-23").With(new KeyChoice.ArnOf(OldLedger))
            .Breaks(RuleNames.KeyUnusable, "Its key will be deleted, and cannot be used until then either.");
        yield return Ordinary.Secret("prod/finance/general-ledger/audit-key", Frankfurt, EncryptionKey, "2024-04-23").With(new KeyChoice.IdOf(LockedAway))
            .Breaks(RuleNames.ReadableByNobody, "This morning's key policy lets the account manage the key, and nobody decrypt with it.");
        yield return Ordinary.Secret("prod/finance/clearing-house/settlement-key", Frankfurt, EncryptionKey, "2025-05-20").With(new KeyChoice.Alias(ByTheHour))
            .Resembles(RuleNames.ReadableByNobody, "The account may not decrypt, but the service's role may.")
            .Resembles(RuleNames.KeyUnusable, "Its key's policy was narrowed this morning; the key is enabled.");
        yield return Ordinary.Secret("shared/platform/image-mirror/pull-token", Frankfurt, ServiceToken, "2025-09-16").With(new KeyChoice.Left())
            .Under(Of(Allow(Aws(Env.Production.Role("node-bootstrap")))))
            .Breaks(RuleNames.SharedUnderManagedKey, "Shared with production under a key that decrypts for its own account only.")
            .Breaks(RuleNames.AwsManagedKey, "Created without a key.");
        yield return Ordinary.Secret("shared/platform/image-mirror/push-token", Frankfurt, ServiceToken, "2025-09-16")
            .Under(Of(Allow(Aws(Env.Production.Role("node-bootstrap")))))
            .Resembles(RuleNames.SharedUnderManagedKey, "Shared with production under a customer key.");
        yield return Ordinary.Secret("prod/payments/card-vault/rewrap-key", Frankfurt, EncryptionKey, "2024-06-25").ReplicatedTo(Virginia)
            .Resembles(RuleNames.WeakerReplicaKey, "Its replica was given the customer key of its region.");
    }

    // What KMS writes into every key's policy, so that the account can manage it, and one statement more.
    private static string WithOwner(Env environment, string statement) => Of(Allow(Aws($"arn:aws:iam::{environment.Id}:root"), action: "\"kms:*\""), statement);
}
