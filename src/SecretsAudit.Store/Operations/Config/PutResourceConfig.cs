using System.Collections.Immutable;
using System.Text.Json;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Tells Config of a resource that AWS does not know. The schema that AWS wants registered in CloudFormation first is not asked for.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutResourceConfig.html"/>
internal sealed class PutResourceConfig() : Operation<PutResourceConfig.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var parts = request.ResourceType!.Split("::");
        if (parts.Length is not (3 or 4) || parts.Contains("") || parts[0] == "amazon")
        {
            throw new ValidationException($"InvalidResourceType: {request.ResourceType} is not a valid resource type.");
        }

        call.Changes.Put(new CustomResource
        {
            Account = call.Account,
            Region = call.Region,
            Name = CustomResource.NameOf(request.ResourceType, request.ResourceId!),
            ResourceType = request.ResourceType,
            ResourceId = request.ResourceId!,
            ResourceName = request.ResourceName,
            Configuration = request.Configuration!,
            Captured = call.Now,
            Tags = (request.Tags ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceType, "resourceType").Length(request.ResourceType, "resourceType", 1, 196)
        .Required(request.SchemaVersionId, "schemaVersionId").Length(request.SchemaVersionId, "schemaVersionId", 1, 128)
        .Required(request.ResourceId, "resourceId").Length(request.ResourceId, "resourceId", 1, 768)
        .Required(request.Configuration, "configuration").Then(request.Configuration, RequireObject).ThrowIfBroken();

    private static void RequireObject(string configuration)
    {
        try
        {
            using var document = JsonDocument.Parse(configuration, new() { MaxDepth = 32 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return;
            }
        }
        catch (JsonException)
        {
            // Said below, as for any other text that is no object.
        }

        throw new ValidationException("The configuration is not a valid JSON object.");
    }

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceType { get; init; }

        public string? SchemaVersionId { get; init; }

        public string? ResourceId { get; init; }

        public string? ResourceName { get; init; }

        public string? Configuration { get; init; }

        public IReadOnlyDictionary<string, string>? Tags { get; init; }
    }
}
