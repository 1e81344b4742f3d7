using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Tags a rule, a recorder, an aggregator or an authorization; a tag of the same key is replaced.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_TagResource.html"/>
internal sealed class TagResource() : Operation<TagResource.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var row = call.RequireTagged(request.ResourceArn!);
        call.Changes.Put(row.WithTags(ConfigTags.Merge(row.Tags, request.Tags)));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceArn, "resourceArn").Length(request.ResourceArn, "resourceArn", 1, 1000)
        .Required(request.Tags, "tags").Tags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceArn { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }
}
