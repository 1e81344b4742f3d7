namespace SecretsAudit.Store.Estate.Company;

/// <summary>What a secret unlocks; decides its value's shape, its classification and whether it rotates.</summary>
internal enum SecretKind
{
    DatabaseUser,
    CacheAuth,
    MessageBroker,
    PartnerApiKey,
    OAuthClient,
    WebhookSigning,
    MailRelay,
    JwtSigning,
    Keystore,
    SshKey,
    EncryptionKey,
    ServiceToken,
    Licence,
}
