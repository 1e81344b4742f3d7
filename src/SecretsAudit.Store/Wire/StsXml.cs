using System.Text;
using System.Xml;
using SecretsAudit.Store.Operations.Sts;

namespace SecretsAudit.Store.Wire;

/// <summary>STS answers in XML.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"/>
internal static class StsXml
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static byte[] Identity(GetCallerIdentity.Response response, string requestId) => Write("GetCallerIdentityResponse", xml =>
    {
        xml.WriteStartElement("GetCallerIdentityResult");
        xml.WriteElementString("Arn", response.Arn);
        xml.WriteElementString("UserId", response.UserId);
        xml.WriteElementString("Account", response.Account);
        xml.WriteEndElement();
        xml.WriteStartElement("ResponseMetadata");
        xml.WriteElementString("RequestId", requestId);
        xml.WriteEndElement();
    });

    public static byte[] Error(string code, string message, bool isSender, string requestId) => Write("ErrorResponse", xml =>
    {
        xml.WriteStartElement("Error");
        xml.WriteElementString("Type", isSender ? "Sender" : "Receiver");
        xml.WriteElementString("Code", code);
        xml.WriteElementString("Message", message);
        xml.WriteEndElement();
        xml.WriteElementString("RequestId", requestId);
    });

    private static byte[] Write(string root, Action<XmlWriter> content)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement(root, Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }
}
