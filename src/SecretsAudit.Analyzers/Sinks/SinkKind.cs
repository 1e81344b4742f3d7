namespace SecretsAudit.Analyzers.Sinks;

/// <summary>What a known API does with a value.</summary>
internal enum SinkKind
{
    /// <summary>Signs in with it: any literal is a credential, however weak.</summary>
    Password,

    /// <summary>Encrypts, signs or derives keys with it.</summary>
    Key,

    /// <summary>Reads a certificate from it, and the private key that comes with one.</summary>
    Certificate,

    /// <summary>Sends it in an Authorization header, after the scheme.</summary>
    Authorization,
}
