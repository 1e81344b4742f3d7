using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A secret's resource policy; the member is absent when there is none.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html"/>
internal sealed class GetResourcePolicy() : Operation<GetResourcePolicy.Request, GetResourcePolicy.Response>(AwsService.SecretsManager, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var secret = call.RequireActive(request.SecretId!);
        return new() { ARN = secret.Arn, Name = secret.Name, ResourcePolicy = secret.Policy is { } policy ? LaidOut(policy) : null };
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    // AWS lays a policy out anew, in the form of a well-known JSON library: members on lines of their own, lists in a line.
    private static string LaidOut(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        var text = new StringBuilder();
        LayOut(document.RootElement, 0, text);
        return text.ToString();
    }

    private static void LayOut(JsonElement value, int depth, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = 0;
                foreach (var member in value.EnumerateObject())
                {
                    text.Append(members++ == 0 ? "{\n" : ",\n").Append(' ', 2 * (depth + 1)).Append('"').Append(JsonEncodedText.Encode(member.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append("\" : ");
                    LayOut(member.Value, depth + 1, text);
                }

                _ = members == 0 ? text.Append("{ }") : text.Append('\n').Append(' ', 2 * depth).Append('}');
                break;
            case JsonValueKind.Array:
                var items = 0;
                foreach (var item in value.EnumerateArray())
                {
                    text.Append(items++ == 0 ? "[ " : ", ");
                    LayOut(item, depth, text);
                }

                text.Append(items == 0 ? "[ ]" : " ]");
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public string? ResourcePolicy { get; init; }
    }
}
