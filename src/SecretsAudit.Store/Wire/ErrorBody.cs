using System.Buffers;
using System.Text.Json;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>The one translation from an exception to an AWS error.</summary>
internal static class ErrorBody
{
    public const string JsonType = "application/x-amz-json-1.1";
    public const string XmlType = "text/xml";

    public static WireResponse Json(AwsException error, string requestId)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("__type", error.Code);
            if (error.Message.Length > 0)
            {
                json.WriteString(error.MessageMember, error.Message);
            }

            json.WriteEndObject();
        }

        return new(error.Status, JsonType, buffer.WrittenSpan.ToArray(), requestId);
    }

    /// <summary>The query protocol's form, with the codes that it uses for the same errors.</summary>
    /// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html"/>
    public static WireResponse Xml(AwsException error, string requestId)
    {
        var (code, status) = error.Code switch
        {
            "UnrecognizedClientException" => ("InvalidClientTokenId", 403),
            "InvalidSignatureException" => ("SignatureDoesNotMatch", 403),
            "MissingAuthenticationTokenException" => ("MissingAuthenticationToken", 403),
            "IncompleteSignatureException" => ("IncompleteSignature", 400),
            "AccessDeniedException" => ("AccessDenied", 403),
            // A web identity's token that has expired is told apart from an expired session.
            "ExpiredTokenException" when error is not (WebIdentityExpiredException or SamlExpiredException) => ("ExpiredToken", 403),
            "UnknownOperationException" => ("InvalidAction", 400),
            "ValidationException" => ("ValidationError", 400),
            var other => (other, error.Status),
        };
        return new(status, XmlType, QueryXml.Error(AwsService.Sts.XmlNamespace!, code, error.Message, status < 500, requestId), requestId);
    }
}
