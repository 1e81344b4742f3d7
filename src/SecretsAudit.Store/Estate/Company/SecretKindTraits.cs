namespace SecretsAudit.Store.Estate.Company;

/// <summary>What follows from a secret's kind.</summary>
internal static class SecretKindTraits
{
    extension(SecretKind kind)
    {
        /// <summary>The <c>data-classification</c> tag.</summary>
        public string Classification => kind switch
        {
            SecretKind.EncryptionKey or SecretKind.Keystore or SecretKind.JwtSigning => "restricted",
            SecretKind.Licence or SecretKind.MailRelay => "internal",
            _ => "confidential",
        };

        /// <summary>
        /// Days between rotations in production; null for what its other side issues, or what encrypts data at rest: it changes by hand,
        /// and is legitimately static in between.
        /// </summary>
        public int? RotationDays => kind switch
        {
            SecretKind.DatabaseUser => 60,
            SecretKind.CacheAuth or SecretKind.MessageBroker => 90,
            SecretKind.JwtSigning or SecretKind.ServiceToken => 120,
            _ => null,
        };

        /// <summary>The last part of the rotation function's name.</summary>
        public string RotationFunction => kind switch
        {
            SecretKind.DatabaseUser => "database-user",
            SecretKind.CacheAuth => "cache-auth",
            SecretKind.MessageBroker => "message-broker",
            SecretKind.JwtSigning => "signing-key",
            _ => "service-token",
        };

        /// <summary>The description people give such a secret.</summary>
        public string Describe(string service, string purpose)
        {
            var words = purpose.Replace('-', ' ');
            return kind switch
            {
                SecretKind.DatabaseUser => $"Database user of {service} ({words}).",
                SecretKind.CacheAuth => $"AUTH token of the cache that {service} uses.",
                SecretKind.MessageBroker => $"Broker user with which {service} publishes and consumes.",
                SecretKind.PartnerApiKey => $"Partner credential of {service}: {words}.",
                SecretKind.OAuthClient => $"OAuth client of {service}: {words}.",
                SecretKind.WebhookSigning => $"Checks that calls to {service} come from the partner: {words}.",
                SecretKind.MailRelay => $"SMTP user with which {service} sends mail.",
                SecretKind.JwtSigning => $"Signs what {service} issues: {words}.",
                SecretKind.Keystore => $"PKCS#12 keystore of {service}: {words}.",
                SecretKind.SshKey => $"SSH key of {service}: {words}.",
                SecretKind.EncryptionKey => $"Key material of {service}: {words}. Change only with the data it protects.",
                SecretKind.Licence => $"Licence of {service}: {words}.",
                _ => $"Token of {service}: {words}.",
            };
        }

        /// <summary>How many reads the services make in 90 days: they read at start-up and then once per cache lifetime.</summary>
        public (int Fewest, int Most) UsualReads => kind switch
        {
            SecretKind.DatabaseUser or SecretKind.CacheAuth or SecretKind.MessageBroker => (3, 6),
            SecretKind.Licence or SecretKind.SshKey => (2, 4),
            _ => (2, 5),
        };
    }
}
