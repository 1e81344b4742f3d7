using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Operations.S3;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>S3's REST protocol as far as buckets need it: the bucket is the path, the answer is empty, errors are XML.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#path-style-access"/>
internal static class S3Routes
{
    /// <summary>Whether a request is signed for S3.</summary>
    public static bool Matches(WireRequest request) => request.Header("authorization")?.Contains("/s3/aws4_request", StringComparison.Ordinal) is true;

    /// <summary>The operation, its request in JSON, and the status of its answer; null when it is none the store has.</summary>
    public static (Operation Operation, byte[] Request, int Status)? Find(WireRequest request)
    {
        var name = Uri.UnescapeDataString(request.RawPath.Trim('/'));
        if (name.Length == 0 || name.Contains('/', StringComparison.Ordinal) || request.RawQuery.Length > 0)
        {
            return null;
        }

        return request.Method switch
        {
            "PUT" => Route<CreateBucket.Request>(name, 200, ReadLocation(request.Body)),
            "HEAD" => Route<HeadBucket.Request>(name, 200, null),
            "DELETE" => Route<DeleteBucket.Request>(name, 204, null),
            _ => null,
        };
    }

    public static WireResponse Error(AwsException error, string requestId)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("Error");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
        }

        return new(error.Status, "application/xml", stream.ToArray(), requestId);
    }

    private static (Operation, byte[], int) Route<TRequest>(string bucket, int status, string? location)
    {
        var body = new JsonObject { ["Bucket"] = bucket };
        if (location is not null)
        {
            body["LocationConstraint"] = location;
        }

        return (OperationCatalogue.Of(typeof(TRequest)), Encoding.UTF8.GetBytes(body.ToJsonString()), status);
    }

    private static string? ReadLocation(ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            using var xml = XmlReader.Create(new MemoryStream(body.ToArray()), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return xml.ReadToFollowing("LocationConstraint") ? xml.ReadElementContentAsString() : null;
        }
        catch (XmlException)
        {
            throw new MalformedXmlException();
        }
    }
}
