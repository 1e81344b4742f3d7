using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace SecretsAudit.Store.Federation;

/// <summary>
/// Finds the assertion that an identity provider signed. Only what the verified signature covers is ever read: a signature must be a child of the
/// response or of the assertion, cover exactly its parent, and use no transform that could leave a part of it out.
/// </summary>
/// <seealso href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">section 5.4</seealso>
internal static class SamlSignature
{
    public const string Assertions = "urn:oasis:names:tc:SAML:2.0:assertion";
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";

    // SHA-1 no longer proves who signed, and a MAC would be keyed with what everybody knows.
    private static readonly string[] Methods =
    [
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    ];

    private static readonly string[] Canonical = [SignedXml.XmlDsigExcC14NTransformUrl, SignedXml.XmlDsigExcC14NWithCommentsTransformUrl, SignedXml.XmlDsigC14NTransformUrl];

    private static readonly string[] Digests = [SignedXml.XmlDsigSHA256Url, SignedXml.XmlDsigSHA384Url, SignedXml.XmlDsigSHA512Url];

    /// <summary>The only assertion of a response; null when the document is no such response.</summary>
    public static XmlElement? AssertionOf(XmlDocument document) =>
        document.DocumentElement is { LocalName: "Response", NamespaceURI: Protocol } response
        && BoundedXml.Children(response, "Assertion", Assertions).ToList() is [var assertion] ? assertion : null;

    /// <summary>Whether one of the certificates' keys signed the assertion, or the response that holds it.</summary>
    public static bool Covers(XmlElement assertion, IReadOnlyList<byte[]> certificates) =>
        IdentifiersAreUnique(assertion.OwnerDocument)
        && (IsSigned(assertion, certificates) || (assertion.ParentNode is XmlElement response && IsSigned(response, certificates)));

    private static bool IsSigned(XmlElement element, IReadOnlyList<byte[]> certificates)
    {
        if (BoundedXml.Children(element, "Signature", SignedXml.XmlDsigNamespaceUrl).ToList() is not [var signature])
        {
            return false;
        }

        try
        {
            var signed = new SignatureOf(element);
            signed.LoadXml(signature);
            return IsPlain(signed, element) && certificates.Any(certificate => IsBy(signed, certificate));
        }
        catch (Exception malformed) when (malformed is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static bool IsBy(SignedXml signed, byte[] certificate)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate);
        using var key = loaded.GetRSAPublicKey();
        return key is not null && signed.CheckSignature(key);
    }

    private static bool IsPlain(SignedXml signed, XmlElement element) =>
        signed.SignedInfo is { } about
        && Methods.Contains(about.SignatureMethod) && Canonical.Contains(about.CanonicalizationMethod)
        && about.References is [Reference reference]
        && element.GetAttribute("ID") is { Length: > 0 } id && reference.Uri == "#" + id && Digests.Contains(reference.DigestMethod)
        && reference.TransformChain is { Count: 1 or 2 } chain && chain[0] is XmlDsigEnvelopedSignatureTransform
        && (chain.Count == 1 || Canonical.Contains(chain[1].Algorithm));

    private static bool IdentifiersAreUnique(XmlDocument document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return document.GetElementsByTagName("*").OfType<XmlElement>()
            .SelectMany(element => element.Attributes.OfType<XmlAttribute>().Where(attribute => attribute.LocalName.Equals("id", StringComparison.OrdinalIgnoreCase)))
            .All(attribute => seen.Add(attribute.Value));
    }

    /// <summary>A signature whose reference can mean its own element alone, whatever else bears the name.</summary>
    private sealed class SignatureOf : SignedXml
    {
        private readonly XmlElement _element;

        public SignatureOf(XmlElement element)
            : base(element)
        {
            _element = element;
            Resolver = null!;
        }

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) => _element.GetAttribute("ID") == idValue ? _element : null;
    }
}
