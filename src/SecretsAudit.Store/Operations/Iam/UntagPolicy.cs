using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes tags from a managed policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html"/>
internal sealed class UntagPolicy() : Operation<UntagPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        call.Changes.Put(policy with { Tags = policy.Tags.RemoveRange(request.TagKeys!.OfType<string>()) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).Required(request.TagKeys, "tagKeys").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? PolicyArn { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
