using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace SecretsAudit.AwsClients;

/// <summary>Keeps JSON metadata to what travels.</summary>
internal static class WireMembers
{
    /// <summary>Drops what the SDK adds to each answer; fills an idempotency token that the caller left open.</summary>
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Type.IsSubclassOf(typeof(AmazonWebServiceResponse)))
        {
            for (var i = type.Properties.Count - 1; i >= 0; i--)
            {
                if (type.Properties[i].Name is nameof(AmazonWebServiceResponse.ResponseMetadata)
                    or nameof(AmazonWebServiceResponse.ContentLength) or nameof(AmazonWebServiceResponse.HttpStatusCode))
                    type.Properties.RemoveAt(i);
            }
        }
        else if (type.Type.IsAssignableTo(typeof(IIdempotentRequest)))
        {
            var token = type.Properties.First(property => property.Name == nameof(IIdempotentRequest.ClientRequestToken));
            token.Get = static request => ((IIdempotentRequest)request).ClientRequestToken ?? Guid.NewGuid().ToString();
        }
    }
}

/// <summary>A request that AWS recognises when it arrives twice.</summary>
internal interface IIdempotentRequest
{
    /// <summary>The token; a random UUID is sent when it is not set, the same one in each retry of a call.</summary>
    string? ClientRequestToken { get; }
}
