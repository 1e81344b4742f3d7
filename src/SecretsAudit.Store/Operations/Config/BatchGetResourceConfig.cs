using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The present configuration of up to a hundred resources; those that Config does not know are left out.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_BatchGetResourceConfig.html"/>
internal sealed class BatchGetResourceConfig() : Operation<BatchGetResourceConfig.Request, BatchGetResourceConfig.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var asked = request.ResourceKeys!.Select(key => (key!.ResourceType, key.ResourceId)).ToHashSet();
        return new()
        {
            BaseConfigurationItems =
            [
                .. ConfigurationItems.Of(call.Services.State, call.Account, call.Region).Where(resource => asked.Contains((resource.Type, resource.Id)))
                    .Select(resource => WireConfigurationItem.Of(resource, call, withTags: false)),
            ],
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceKeys, "resourceKeys").Each(request.ResourceKeys, "resourceKeys", 1, 100, (key, place) => check
            .Required(key.ResourceType, place + ".resourceType").Required(key.ResourceId, place + ".resourceId")
            .Length(key.ResourceId, place + ".resourceId", 1, 768)).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        [JsonPropertyName("resourceKeys")]
        public IReadOnlyList<WireResourceKey?>? ResourceKeys { get; init; }
    }

    internal sealed record Response
    {
        [JsonPropertyName("baseConfigurationItems")]
        public required IReadOnlyList<WireConfigurationItem> BaseConfigurationItems { get; init; }

        [JsonPropertyName("unprocessedResourceKeys")]
        public IReadOnlyList<WireResourceKey> UnprocessedResourceKeys { get; } = [];
    }
}
