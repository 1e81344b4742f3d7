using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace SecretsAudit.AwsClients;

/// <summary>Writes the requests and reads the answers of one operation.</summary>
internal sealed class JsonOperation<TRequest, TResponse>(JsonService service, string name)
    : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes((TRequest)input, (JsonTypeInfo<TRequest>)service.Json.GetTypeInfo(typeof(TRequest)));
        return new DefaultRequest(input, service.ServiceId)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = body,
            Headers =
            {
                ["X-Amz-Target"] = $"{service.Target}.{name}",
                [HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1",
                [HeaderKeys.XAmzApiVersion] = service.Version,
            },
        };
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // A chunked answer has no Content-Length, and an operation without output may answer nothing at all: read, then decide.
        var body = BoundedBody.Read(input.Stream);
        return body.Length == 0
            ? new TResponse()
            : JsonSerializer.Deserialize(body.Span, (JsonTypeInfo<TResponse>)service.Json.GetTypeInfo(typeof(TResponse))) ?? new TResponse();
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var create = error.Code is { } code && service.Errors.TryGetValue(code, out var known) ? known : service.OtherError;
        return create(error.Message, innerException, error.Type, error.Code ?? "", error.RequestId, statusCode);
    }
}
