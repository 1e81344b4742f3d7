using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Takes tags away; keys that are not there are passed over.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_UntagResource.html"/>
internal sealed class UntagResource() : Operation<UntagResource.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var row = call.RequireTagged(request.ResourceArn!);
        call.Changes.Put(row.WithTags(row.Tags.RemoveAll(tag => request.TagKeys!.Contains(tag.Key))));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceArn, "resourceArn").Length(request.ResourceArn, "resourceArn", 1, 1000)
        .Required(request.TagKeys, "tagKeys").Each(request.TagKeys, "tagKeys", 0, 50, (key, place) => check.Length(key, place, 1, 128)).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceArn { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
