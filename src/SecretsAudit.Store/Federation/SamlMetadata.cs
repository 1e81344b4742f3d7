using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace SecretsAudit.Store.Federation;

/// <summary>What an identity provider says of itself: its name and the certificates of the keys that it signs with.</summary>
/// <seealso href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf"/>
internal sealed record SamlMetadata(string EntityId, DateTimeOffset? ValidUntil, IReadOnlyList<byte[]> Certificates)
{
    private const string Space = "urn:oasis:names:tc:SAML:2.0:metadata";
    private const string Signatures = "http://www.w3.org/2000/09/xmldsig#";
    private const int CertificateLimit = 20;

    /// <summary>Null when the text does not describe an identity provider with a key.</summary>
    public static SamlMetadata? Read(string text)
    {
        if (BoundedXml.Parse(text)?.DocumentElement is not { LocalName: "EntityDescriptor", NamespaceURI: Space } entity
            || entity.GetAttribute("entityID") is not { Length: > 0 } name)
        {
            return null;
        }

        var certificates = BoundedXml.Children(entity, "IDPSSODescriptor", Space)
            .SelectMany(provider => BoundedXml.Children(provider, "KeyDescriptor", Space))
            .Where(key => key.GetAttribute("use") is "" or "signing")
            .SelectMany(key => key.GetElementsByTagName("X509Certificate", Signatures).OfType<XmlElement>())
            .Take(CertificateLimit).Select(Certificate).ToList();
        return certificates.Count > 0 && certificates.TrueForAll(certificate => certificate is not null)
            ? new(name, BoundedXml.Instant(entity, "validUntil"), certificates!) : null;
    }

    private static byte[]? Certificate(XmlElement element)
    {
        try
        {
            var bytes = Convert.FromBase64String(element.InnerText);
            using var certificate = X509CertificateLoader.LoadCertificate(bytes);
            return bytes;
        }
        catch (Exception malformed) when (malformed is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
