using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The tags of a managed policy, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html"/>
internal sealed class ListPolicyTags() : Operation<ListPolicyTags.Request, ListPolicyTags.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        var page = IamPage.Take(policy.Tags, tag => tag.Key, "tags of " + policy.Arn, request.Marker, request.MaxItems);
        return new() { Tags = [.. page.Items.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PolicyArn { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireTag> Tags { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
