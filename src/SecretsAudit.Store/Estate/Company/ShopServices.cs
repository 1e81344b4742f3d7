using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;

namespace SecretsAudit.Store.Estate.Company;

/// <summary>The services of the shop: in the production account, and most of them in staging.</summary>
internal static class ShopServices
{
    private static readonly string[] Everywhere = [Frankfurt, Ireland, Virginia];
    private static readonly string[] BothSides = [Frankfurt, Virginia];
    private static readonly string[] Home = [Frankfurt];

    public static IReadOnlyList<Service> All { get; } =
    [
        new(Team.Payments, "checkout-api", ("postgres-app", DatabaseUser), ("session-signing-key", JwtSigning), ("idempotency-cache", CacheAuth), ("card-acquirer-api-key", PartnerApiKey))
        { Live = Everywhere, Rehearsed = BothSides },
        new(Team.Payments, "payment-gateway", ("postgres-app", DatabaseUser), ("fraud-scoring-api-key", PartnerApiKey), ("acquirer-webhook-signing", WebhookSigning), ("acquirer-mtls-keystore", Keystore), ("tokenisation-key", EncryptionKey))
        { Live = BothSides, Rehearsed = Home },
        new(Team.Payments, "refunds-worker", ("postgres-app", DatabaseUser), ("message-broker", MessageBroker))
        { Live = BothSides, Rehearsed = Home },
        new(Team.Payments, "settlement-batch", ("postgres-app", DatabaseUser), ("bank-sftp-key", SshKey), ("ledger-export-key", EncryptionKey))
        { Rehearsed = Home, RehearsedSecrets = 1 },

        new(Team.Storefront, "web-shop", ("session-cookie-key", JwtSigning), ("redis-auth", CacheAuth), ("search-api-key", PartnerApiKey), ("cdn-signing-key", EncryptionKey))
        { Live = Everywhere, Rehearsed = Everywhere, RehearsedSecrets = 3 },
        new(Team.Storefront, "product-catalogue", ("postgres-app", DatabaseUser), ("postgres-readonly", DatabaseUser), ("image-service-api-key", PartnerApiKey))
        { Live = BothSides, Rehearsed = Home },
        new(Team.Storefront, "search-indexer", ("opensearch-writer", DatabaseUser), ("message-broker", MessageBroker))
        { Live = BothSides, Rehearsed = Home },
        new(Team.Storefront, "pricing-engine", ("postgres-app", DatabaseUser), ("currency-rates-api-key", PartnerApiKey))
        { Live = BothSides, Rehearsed = Home },

        new(Team.Orders, "order-service", ("postgres-app", DatabaseUser), ("postgres-migrations", DatabaseUser), ("message-broker", MessageBroker), ("event-signing-key", JwtSigning))
        { Live = Everywhere, Rehearsed = BothSides },
        new(Team.Orders, "fulfilment-worker", ("postgres-app", DatabaseUser), ("warehouse-oauth-client", OAuthClient), ("parcel-label-api-key", PartnerApiKey))
        { Live = BothSides, Rehearsed = Home },
        new(Team.Orders, "returns-portal", ("postgres-app", DatabaseUser), ("mail-relay", MailRelay), ("carrier-webhook-signing", WebhookSigning))
        { Live = BothSides, Rehearsed = Home, RehearsedSecrets = 2 },
        new(Team.Orders, "inventory-sync", ("postgres-app", DatabaseUser), ("erp-oauth-client", OAuthClient))
        { Rehearsed = Home },

        new(Team.Customer, "accounts-api", ("postgres-app", DatabaseUser), ("jwt-signing-key", JwtSigning), ("password-pepper", EncryptionKey), ("captcha-api-key", PartnerApiKey))
        { Live = Everywhere, Rehearsed = BothSides },
        new(Team.Customer, "notification-service", ("mail-relay", MailRelay), ("sms-gateway-api-key", PartnerApiKey), ("push-certificate", Keystore))
        { Live = BothSides, Rehearsed = Home, RehearsedSecrets = 2 },
        new(Team.Customer, "loyalty-points", ("postgres-app", DatabaseUser), ("partner-oauth-client", OAuthClient))
        { Live = BothSides, Rehearsed = Home },
        new(Team.Customer, "support-desk", ("postgres-readonly", DatabaseUser), ("helpdesk-api-key", PartnerApiKey))
        { Rehearsed = Home, RehearsedSecrets = 1 },

        new(Team.Analytics, "warehouse-loader", ("redshift-loader", DatabaseUser), ("supplier-sftp-key", SshKey))
        { Rehearsed = Home },
        new(Team.Analytics, "reporting-api", ("redshift-readonly", DatabaseUser), ("dashboard-embed-key", JwtSigning))
        { Live = BothSides, Rehearsed = Home },
        new(Team.Analytics, "recommendation-trainer", ("feature-store-user", DatabaseUser), ("notebook-token", ServiceToken))
        { Rehearsed = Home, RehearsedSecrets = 1 },
        new(Team.Analytics, "clickstream-ingest", ("message-broker", MessageBroker), ("geo-lookup-licence", Licence))
        { Live = Everywhere, Rehearsed = Home },

        new(Team.Finance, "invoicing", ("postgres-app", DatabaseUser), ("tax-service-api-key", PartnerApiKey), ("e-invoice-signing-keystore", Keystore))
        { Rehearsed = Home },
        new(Team.Finance, "payroll-bridge", ("payroll-oauth-client", OAuthClient), ("payroll-sftp-key", SshKey)),
    ];
}
