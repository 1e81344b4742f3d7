using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Adds tags to a secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html"/>
internal sealed class TagResource() : Operation<TagResource.Request, Nothing>(AwsService.SecretsManager, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var requested = request.Tags!.Where(tag => tag is { Key: not null, Value: not null })
            .Select(tag => new KeyValuePair<string, string>($"aws:RequestTag/{tag!.Key}", tag.Value!)).ToArray();
        var secret = call.RequirePrimary(request.SecretId!, requested);
        call.Save(secret.WithTags(request.Tags) with { LastChanged = call.Now });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) =>
        check.SecretId(request.SecretId).Required(request.Tags, "tags").Tags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? SecretId { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }
}
