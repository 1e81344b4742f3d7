using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>An identity provider with a key of its own, which describes itself and signs assertions as real ones do.</summary>
internal sealed class SamlProviderDouble : IDisposable
{
    public const string EntityId = "https://idp.example.com/saml";
    public const string RoleArn = "arn:aws:iam::123456789012:role/analyst";
    public const string ProviderArn = "arn:aws:iam::123456789012:saml-provider/corporate";

    private readonly RSA _key = RSA.Create(2048);
    private readonly byte[] _certificate;

    public SamlProviderDouble()
    {
        var request = new CertificateRequest("CN=idp.example.com", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TestStore.Start.AddDays(-1), TestStore.Start.AddYears(1));
        _certificate = certificate.RawData;
    }

    public string Metadata => $"""
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{EntityId}">
          <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <md:KeyDescriptor use="signing">
              <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(_certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
            </md:KeyDescriptor>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
          </md:IDPSSODescriptor>
        </md:EntityDescriptor>
        """;

    public void Dispose() => _key.Dispose();

    /// <summary>A response as the provider posts it, before it is signed.</summary>
    public static string Response(
        string issuer = EntityId, string audience = "urn:amazon:webservices", string recipient = "https://signin.aws.amazon.com/saml", string pair = RoleArn + "," + ProviderArn,
        string? sessionName = "jane@example.com", int issuedSecondsAgo = 10, string moreAttributes = "", string nameId = "jane", string sessionEnd = "")
    {
        var issued = At(-issuedSecondsAgo);
        var name = sessionName is null ? "" : Attribute("RoleSessionName", sessionName);
        return $"""
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_response" Version="2.0" IssueInstant="{issued}" Destination="https://signin.aws.amazon.com/saml">
              <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">{issuer}</saml:Issuer>
              <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
              <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion" Version="2.0" IssueInstant="{issued}">
                <saml:Issuer>{issuer}</saml:Issuer>
                <saml:Subject>
                  <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{nameId}</saml:NameID>
                  <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="{recipient}" NotOnOrAfter="{At(300 - issuedSecondsAgo)}"/></saml:SubjectConfirmation>
                </saml:Subject>
                <saml:Conditions NotBefore="{issued}" NotOnOrAfter="{At(300 - issuedSecondsAgo)}"><saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
                <saml:AuthnStatement AuthnInstant="{issued}"{sessionEnd}/>
                <saml:AttributeStatement>{Attribute("Role", pair)}{name}{moreAttributes}</saml:AttributeStatement>
              </saml:Assertion>
            </samlp:Response>
            """;
    }

    public static string Attribute(string name, string value) =>
        $"""<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/{name}"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>""";

    public static string At(int seconds) => TestStore.Start.AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Encode(XmlDocument document) => Convert.ToBase64String(Encoding.UTF8.GetBytes(document.OuterXml));

    /// <summary>The response with a signature over the elements of these names, the innermost first.</summary>
    public XmlDocument Sign(string response, params string[] ids)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(response);
        foreach (var id in ids)
        {
            Sign(document, id, SignedXml.XmlDsigRSASHA256Url);
        }

        return document;
    }

    /// <summary>Adds a signature with this method, as a child of the element.</summary>
    public void Sign(XmlDocument document, string id, string method)
    {
        var element = (XmlElement)document.SelectSingleNode($"//*[@ID='{id}']")!;
        var signed = new SignedXml(element) { SigningKey = _key };
        signed.SignedInfo!.SignatureMethod = method;
        signed.SignedInfo.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        var reference = new Reference("#" + id) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        element.InsertAfter(document.ImportNode(signed.GetXml(), true), element.ChildNodes.OfType<XmlElement>().First());
    }
}
