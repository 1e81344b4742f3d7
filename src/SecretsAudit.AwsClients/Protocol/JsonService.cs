using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SecretsAudit.AwsClients;

/// <summary>Makes the exception of one AWS error code.</summary>
internal delegate AmazonServiceException ErrorFactory(
    string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);

/// <summary>One AWS service that speaks AWS JSON 1.1: its names, its JSON metadata and its errors.</summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html"/>
internal sealed class JsonService : IServiceMetadata
{
    /// <summary>AWS's id of the service; it also names <c>AWS_ENDPOINT_URL_&lt;ID&gt;</c>.</summary>
    public required string ServiceId { get; init; }

    /// <summary>What stands before the dot in <c>X-Amz-Target</c>.</summary>
    public required string Target { get; init; }

    /// <summary>AWS's version of the API, a date.</summary>
    public required string Version { get; init; }

    /// <summary>Error codes, as on the wire, and the exceptions they become.</summary>
    public required IReadOnlyDictionary<string, ErrorFactory> Errors { get; init; }

    /// <summary>The exception of an error code that is not in <see cref="Errors"/>.</summary>
    public required ErrorFactory OtherError { get; init; }

    /// <summary>How the service's types are written and read.</summary>
    public required JsonSerializerOptions Json { get; init; }

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();

    /// <summary>The rules of AWS's JSON: absent rather than null, epoch seconds, base64, constants as text.</summary>
    public static JsonSerializerOptions JsonOf(IJsonTypeInfoResolver metadata, params ReadOnlySpan<JsonConverter> constants)
    {
        var json = new JsonSerializerOptions
        {
            TypeInfoResolver = metadata.WithAddedModifier(WireMembers.Apply),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        json.Converters.Add(new EpochSecondsConverter());
        json.Converters.Add(new BlobConverter());
        foreach (var constant in constants)
            json.Converters.Add(constant);
        json.MakeReadOnly();
        return json;
    }

    /// <summary>The operation whose request and response these types are; named by the request's type.</summary>
    public InvokeOptions Operation<TRequest, TResponse>()
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new()
    {
        var operation = new JsonOperation<TRequest, TResponse>(this, typeof(TRequest).Name[..^"Request".Length]);
        return new InvokeOptions { RequestMarshaller = operation, ResponseUnmarshaller = operation };
    }
}
