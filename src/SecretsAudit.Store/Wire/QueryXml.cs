using System.Text;
using System.Text.Json;
using System.Xml;
using SecretsAudit.Store.Operations;

namespace SecretsAudit.Store.Wire;

/// <summary>The query protocol's answers: XML whose elements are the response's members, lists as <c>member</c> elements.</summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html"/>
internal static class QueryXml
{
    public static byte[] Answer(Operation operation, ReadOnlySpan<byte> response, string requestId)
    {
        using var document = JsonDocument.Parse(response.ToArray());
        var root = document.RootElement;
        return Write(operation.Service.XmlNamespace!, operation.Action + "Response", xml =>
        {
            // Clients look for the result of an operation that has one, also when nothing is in it.
            if (operation.HasResult)
            {
                xml.WriteStartElement(operation.Action + "Result");
                WriteMembers(xml, root);
                xml.WriteEndElement();
            }

            xml.WriteStartElement("ResponseMetadata");
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
        });
    }

    public static byte[] Error(string xmlNamespace, string code, string message, bool isSender, string requestId) => Write(xmlNamespace, "ErrorResponse", xml =>
    {
        xml.WriteStartElement("Error");
        xml.WriteElementString("Type", isSender ? "Sender" : "Receiver");
        xml.WriteElementString("Code", code);
        xml.WriteElementString("Message", message);
        xml.WriteEndElement();
        xml.WriteElementString("RequestId", requestId);
    });

    private static void WriteMembers(XmlWriter xml, JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            xml.WriteStartElement(member.Name);
            WriteValue(xml, member.Value);
            xml.WriteEndElement();
        }
    }

    private static void WriteValue(XmlWriter xml, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(xml, value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    xml.WriteStartElement("member");
                    WriteValue(xml, item);
                    xml.WriteEndElement();
                }

                break;
            case JsonValueKind.String:
                xml.WriteString(value.GetString());
                break;
            default:
                xml.WriteString(value.GetRawText());
                break;
        }
    }

    private static byte[] Write(string xmlNamespace, string root, Action<XmlWriter> content)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement(root, xmlNamespace);
            content(xml);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }
}
