using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Removes tags from a secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html"/>
internal sealed class UntagResource() : Operation<UntagResource.Request, Nothing>(AwsService.SecretsManager, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        KeyValuePair<string, string>[] keys = [.. request.TagKeys!.Select(key => new KeyValuePair<string, string>("aws:TagKeys", key!))];
        var secret = call.RequirePrimary(request.SecretId!, keys);
        call.SaveTags(secret with { Tags = secret.Tags.RemoveAll(tag => request.TagKeys!.Contains(tag.Key)) }, request.SecretId!, keys);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Required(request.TagKeys, "tagKeys")
        .Each(request.TagKeys, "tagKeys", 0, 1000, (key, place) => check.Length(key, place, 1, 128))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>, INamesSecret
    {
        public string? SecretId { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
