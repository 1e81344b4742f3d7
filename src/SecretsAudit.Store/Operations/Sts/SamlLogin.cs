using System.Globalization;
using System.Text;
using SecretsAudit.Store.Federation;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>A verified assertion, and what it asks AWS for.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html"/>
internal sealed record SamlLogin(SamlAssertion Assertion, string Recipient, string SessionName)
{
    private const string Attribute = "https://aws.amazon.com/SAML/Attributes/";
    private const string TagAttribute = Attribute + "PrincipalTag:";
    private static readonly TimeSpan Redemption = TimeSpan.FromMinutes(5);
    private static readonly string[] Audiences = ["urn:amazon:webservices", "urn:amazon:webservices:govcloud", "urn:amazon:webservices:cn-north-1", "https://signin.aws.amazon.com/saml"];

    public IReadOnlyList<WireTag> Tags =>
    [
        .. Assertion.Attributes.Where(attribute => attribute.Key.StartsWith(TagAttribute, StringComparison.Ordinal))
            .Select(attribute => new WireTag { Key = attribute.Key[TagAttribute.Length..], Value = attribute.First() }),
    ];

    public IReadOnlyList<string> TransitiveTagKeys => [.. Assertion.Attributes[Attribute + "TransitiveTagKeys"]];

    /// <summary>Who stands behind the session; null when the provider does not say.</summary>
    public string? SourceIdentity => Assertion.Attributes[Attribute + "SourceIdentity"].FirstOrDefault() is { } source
        ? SessionNames.IsName(source) ? source : throw new InvalidIdentityTokenException("Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"") : null;

    /// <summary>How long the provider lets a session last, in seconds; null when it does not say.</summary>
    public int? Seconds =>
        int.TryParse(Assertion.Attributes[Attribute + "SessionDuration"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 900 and <= 43_200 ? seconds : null;

    /// <exception cref="InvalidIdentityTokenException">It is no assertion of the provider, or not one for AWS, this role and this provider.</exception>
    /// <exception cref="SamlExpiredException">It is too old.</exception>
    public static (SamlProvider Provider, SamlLogin Login) Verify(Call call, string roleArn, string providerArn, string encoded)
    {
        var response = BoundedXml.Parse(Decode(encoded)) ?? throw new InvalidIdentityTokenException("Invalid SAML response");
        var element = SamlSignature.AssertionOf(response) ?? throw new InvalidIdentityTokenException("Response must contain exactly one assertion that is not encrypted");
        var provider = call.FindSamlProvider(providerArn) ?? throw new InvalidIdentityTokenException("Specified provider doesn't exist");
        var metadata = SamlMetadata.Read(provider.Metadata);
        var assertion = SamlAssertion.Read(element);
        if (metadata is null || assertion?.Issuer != metadata.EntityId)
        {
            throw new InvalidIdentityTokenException("Issuer not present in specified provider");
        }

        if (provider.ValidUntil <= call.Now || !SamlSignature.Covers(element, metadata.Certificates))
        {
            throw new InvalidIdentityTokenException("Response signature invalid");
        }

        CheckTime(assertion, call.Now);
        if (!assertion.Audiences.Any(Audiences.Contains))
        {
            throw new InvalidIdentityTokenException("Response does not contain the required audience.");
        }

        var (recipient, until) = assertion.Confirmations.FirstOrDefault(confirmation => IsSignIn(confirmation.Recipient));
        if (recipient is null)
        {
            throw new InvalidIdentityTokenException("Response does not name AWS's sign-in endpoint as its recipient");
        }

        if (until is null || until <= call.Now)
        {
            throw new SamlExpiredException();
        }

        if (!assertion.Attributes[Attribute + "Role"].Any(pair => IsPair(pair, Arn.InPartition(roleArn, call.Caller.Partition), Arn.InPartition(providerArn, call.Caller.Partition))))
        {
            throw new InvalidIdentityTokenException("SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
        }

        return (provider, new(assertion, recipient, NameOf(assertion)));
    }

    private static string Decode(string encoded)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(encoded)).TrimStart('\uFEFF', '\r', '\n', ' ', '\t');
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException)
        {
            throw new InvalidIdentityTokenException("Invalid base64 SAMLResponse");
        }
    }

    private static void CheckTime(SamlAssertion assertion, DateTimeOffset now)
    {
        if (assertion.Issued is not { } issued || issued + Redemption < now || issued - Redemption > now
            || assertion.NotBefore > now + Redemption || assertion.NotOnOrAfter <= now)
        {
            throw new SamlExpiredException();
        }
    }

    private static string NameOf(SamlAssertion assertion)
    {
        var name = assertion.Attributes[Attribute + "RoleSessionName"].FirstOrDefault()
            ?? throw new InvalidIdentityTokenException("RoleSessionName is required in AuthnResponse");
        return SessionNames.IsName(name) ? name : throw new InvalidIdentityTokenException("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
    }

    // In either order, as the page says.
    private static bool IsPair(string value, string roleArn, string providerArn) =>
        value.Split(',', StringSplitOptions.TrimEntries) is [var first, var second]
        && ((first == roleArn && second == providerArn) || (first == providerArn && second == roleArn));

    // https://docs.aws.amazon.com/general/latest/gr/signin-service.html: the global endpoint, or a region's.
    private static bool IsSignIn(string recipient) =>
        Uri.TryCreate(recipient, UriKind.Absolute, out var url) && url is { Scheme: "https", AbsolutePath: "/saml" or "/saml/", Query: "", UserInfo: "" }
        && (url.Host is "signin.aws.amazon.com" or "signin.amazonaws-us-gov.com" or "signin.amazonaws.cn" || url.Host.EndsWith(".signin.aws.amazon.com", StringComparison.Ordinal));
}
