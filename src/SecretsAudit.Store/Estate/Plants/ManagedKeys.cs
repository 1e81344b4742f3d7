using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Secrets under the key that AWS manages, and secrets under customer keys whose names look like it.</summary>
internal static class ManagedKeys
{
    private const string Rule = RuleNames.AwsManagedKey;
    private const string ManagedAlias = "alias/aws/secretsmanager";
    private static readonly KeyChoice Left = new KeyChoice.Left();

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/customer/wishlist/postgres-app", Frankfurt, DatabaseUser, "2023-11-14").With(Left)
            .Breaks(Rule, "Created without a key, before the convention.");
        yield return Ordinary.Secret("prod/customer/wishlist/redis-auth", Frankfurt, CacheAuth, "2023-11-14").With(Left)
            .Breaks(Rule, "Created without a key, before the convention.");
        yield return Ordinary.Secret("prod/orders/drop-shipping/supplier-api-key", Virginia, PartnerApiKey, "2024-04-16").With(Left)
            .Breaks(Rule, "Created in the console, where the AWS-managed key is the default.");
        yield return Ordinary.Secret("prod/analytics/price-watch/competitor-feed-api-key", Ireland, PartnerApiKey, "2025-08-19").With(new KeyChoice.Alias(ManagedAlias))
            .Breaks(Rule, "The AWS-managed key, named by its alias.");
        yield return Ordinary.Secret("staging/orders/drop-shipping/supplier-api-key", Frankfurt, PartnerApiKey, "2024-04-02").With(new KeyChoice.Alias(ManagedAlias))
            .Breaks(Rule, "The AWS-managed key, named by its alias.");
        yield return Ordinary.Secret("shared/workplace/visitor-desk/guest-network-password", Frankfurt, EncryptionKey, "2024-10-28").With(Left)
            .Breaks(Rule, "Created in the console, where the AWS-managed key is the default.");
        yield return Ordinary.Secret("shared/workplace/visitor-desk/badge-printer-token", Frankfurt, ServiceToken, "2024-10-29").With(new KeyChoice.ArnOf(ManagedAlias))
            .Breaks(Rule, "The AWS-managed key, named by its ARN: only the key itself says who manages it.");
        yield return Ordinary.Secret("prod/finance/dunning/letter-shop-sftp-key", Frankfurt, SshKey, "2025-06-24").With(new KeyChoice.IdOf(ManagedAlias))
            .Breaks(Rule, "The AWS-managed key, named by its bare id.");
        yield return Ordinary.Secret("shared/security/phishing-drill/mail-relay", Ireland, MailRelay, "2026-01-20").With(Left)
            .Breaks(Rule, "Created without a key, long after the convention.");
        yield return Ordinary.Secret("staging/customer/wishlist/postgres-app", Frankfurt, DatabaseUser, "2023-11-07").With(Left)
            .Breaks(Rule, "Created without a key, before the convention.");
        yield return Ordinary.Secret("prod/payments/card-vault/unwrap-key", Frankfurt, EncryptionKey, "2024-06-25").ReplicatedTo(Virginia).WithManagedKeyIn(Virginia)
            .Breaks(Rule, "The primary has a customer key; its replica was added without one.", Virginia)
            .Resembles(Rule, "A customer key; only its replica has none.")
            .Breaks(RuleNames.WeakerReplicaKey, "A customer key in Frankfurt, AWS's own in Virginia.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("prod/customer/wishlist/share-link-signing-key", Frankfurt, JwtSigning, "2024-03-12").With(new KeyChoice.Alias(CustomerKeys.LooksManaged))
            .Resembles(Rule, "alias/aws-secrets is a customer key: AWS's aliases begin with alias/aws/.");
        yield return Ordinary.Secret("prod/finance/dunning/postgres-app", Frankfurt, DatabaseUser, "2024-01-23").With(new KeyChoice.ArnOf(CustomerKeys.LooksManaged))
            .Resembles(Rule, "The ARN of a customer key whose alias is alias/aws-secrets.");
        yield return Ordinary.Secret("shared/workplace/visitor-desk/postgres-app", Frankfurt, DatabaseUser, "2024-10-29").With(new KeyChoice.Alias(CustomerKeys.LooksManagedToo))
            .Resembles(Rule, "alias/secretsmanager is a customer key.");
        yield return Ordinary.Secret("staging/orders/drop-shipping/message-broker", Frankfurt, MessageBroker, "2024-04-02").With(new KeyChoice.IdOf(CustomerKeys.LooksManagedToo))
            .Resembles(Rule, "A bare key id, of a customer key.");
        yield return Ordinary.Secret("prod/orders/drop-shipping/message-broker", Virginia, MessageBroker, "2024-04-16").With(new KeyChoice.IdOf(CustomerKeys.General(Company.Environment.Production)))
            .Resembles(Rule, "A bare key id, of a customer key.");
        yield return Ordinary.Secret("prod/analytics/price-watch/postgres-app", Ireland, DatabaseUser, "2025-08-19").With(new KeyChoice.ArnOf(CustomerKeys.General(Company.Environment.Production)))
            .Resembles(Rule, "A key ARN, of a customer key.");
    }
}
