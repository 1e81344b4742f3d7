using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;

namespace SecretsAudit.Store.Estate.Company;

/// <summary>The services of the shared account.</summary>
internal static class SharedServices
{
    public static IReadOnlyList<Service> All { get; } =
    [
        new(Team.Platform, "ci-runner", ("registration-token", ServiceToken), ("package-feed-token", ServiceToken), ("code-signing-keystore", Keystore), ("artefact-upload-token", ServiceToken)),
        new(Team.Platform, "artifact-registry", ("postgres-app", DatabaseUser), ("storage-key", EncryptionKey), ("signing-keystore", Keystore))
        { Live = [Frankfurt, Virginia] },
        new(Team.Platform, "infrastructure-pipeline", ("dns-provider-api-key", PartnerApiKey), ("cdn-provider-api-key", PartnerApiKey), ("state-database", DatabaseUser)),
        new(Team.Platform, "ingress", ("wildcard-tls-keystore", Keystore))
        { Live = [Frankfurt, Ireland, Virginia] },
        new(Team.Observability, "metrics-gateway", ("remote-write-token", ServiceToken), ("platform-licence", Licence))
        { Live = [Frankfurt, Virginia] },
        new(Team.Observability, "log-shipper", ("ingest-token", ServiceToken))
        { Live = [Frankfurt, Ireland, Virginia] },
        new(Team.Observability, "on-call", ("pager-api-key", PartnerApiKey), ("chat-webhook-signing", WebhookSigning)),
        new(Team.Security, "identity-provider", ("postgres-app", DatabaseUser), ("admin-oauth-client", OAuthClient), ("saml-signing-keystore", Keystore), ("jwt-signing-key", JwtSigning)),
        new(Team.Security, "vulnerability-scanner", ("feed-api-key", PartnerApiKey), ("scanner-licence", Licence)),
        new(Team.Security, "certificate-automation", ("acme-account-key", EncryptionKey), ("dns-api-key", PartnerApiKey)),
        new(Team.Security, "siem-forwarder", ("ingest-token", ServiceToken))
        { Live = [Frankfurt, Virginia] },
        new(Team.Network, "vpn-gateway", ("pre-shared-key", EncryptionKey), ("radius-secret", ServiceToken))
        { Live = [Frankfurt, Virginia] },
        new(Team.Network, "egress-proxy", ("inspection-keystore", Keystore)),
        new(Team.Workplace, "directory-sync", ("directory-oauth-client", OAuthClient)),
        new(Team.Workplace, "device-management", ("enrolment-api-key", PartnerApiKey), ("mail-relay", MailRelay)),
    ];
}
