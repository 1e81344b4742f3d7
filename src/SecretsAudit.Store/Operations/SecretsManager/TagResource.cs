using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Adds tags to a secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html"/>
internal sealed class TagResource() : Operation<TagResource.Request, Nothing>(AwsService.SecretsManager, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        KeyValuePair<string, string>[] keys = [.. RequestKeys.Of(request.Tags)];
        var secret = call.RequirePrimary(request.SecretId!, keys);
        call.SaveTags(secret.WithTags(request.Tags), request.SecretId!, keys);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) =>
        check.SecretId(request.SecretId).Required(request.Tags, "tags").Tags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>, INamesSecret
    {
        public string? SecretId { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }
}
