using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Operations;
using SecretsAudit.Store.Operations.Lambda;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>Lambda's REST protocol: the action is in the method and the path, the rest of the request in a JSON body.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html"/>
internal static class RestRoutes
{
    private const string Functions = "/2015-03-31/functions";

    /// <summary>The operation, its request in JSON, and the status of its answer; null when the path is no route.</summary>
    public static (Operation Operation, byte[] Request, int Status)? Find(WireRequest request)
    {
        if (!request.RawPath.StartsWith(Functions, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = request.RawPath[Functions.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        return (request.Method, parts) switch
        {
            ("POST", []) => Route<CreateFunction.Request>(request, 201),
            ("GET", [var name]) => Route<GetFunction.Request>(request, 200, ("FunctionName", name)),
            ("DELETE", [var name]) => Route<DeleteFunction.Request>(request, 204, ("FunctionName", name)),
            ("POST", [var name, "policy"]) => Route<AddPermission.Request>(request, 201, ("FunctionName", name)),
            ("GET", [var name, "policy"]) => Route<GetPolicy.Request>(request, 200, ("FunctionName", name)),
            ("DELETE", [var name, "policy", var statement]) => Route<RemovePermission.Request>(request, 204, ("FunctionName", name), ("StatementId", statement)),
            _ => null,
        };
    }

    private static (Operation, byte[], int) Route<TRequest>(WireRequest request, int status, params ReadOnlySpan<(string Name, string Value)> fromPath)
    {
        var body = new JsonObject();
        if (request.Body.Length > 0)
        {
            try
            {
                body = JsonNode.Parse(request.Body.Span) as JsonObject ?? throw new SerializationException("The request body is not a JSON object.");
            }
            catch (JsonException)
            {
                throw new SerializationException("The request body is not valid JSON.");
            }
        }

        foreach (var (name, value) in fromPath)
        {
            body[name] = value;
        }

        return (OperationCatalogue.Of(typeof(TRequest)), Encoding.UTF8.GetBytes(body.ToJsonString()), status);
    }
}
