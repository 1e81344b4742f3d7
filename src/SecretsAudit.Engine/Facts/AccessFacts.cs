using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Who gets in by a secret's resource policy, as rules see it.</summary>
public sealed class AccessFacts
{
    private readonly Secret _secret;

    internal AccessFacts(Secret secret) => _secret = secret;

    /// <summary>The resource policy's JSON; absent when the secret has none.</summary>
    public Fact<string> Policy => _secret.ResourcePolicy;
}
