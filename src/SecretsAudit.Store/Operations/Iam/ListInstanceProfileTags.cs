using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The tags of an instance profile, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfileTags.html"/>
internal sealed class ListInstanceProfileTags()
    : Operation<ListInstanceProfileTags.Request, ListInstanceProfileTags.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var profile = call.RequireProfile(request.InstanceProfileName!);
        var page = IamPage.Take(profile.Tags, tag => tag.Key, "tags of profile " + profile.Name, request.Marker, request.MaxItems);
        return new() { Tags = [.. page.Items.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? InstanceProfileName { get; init; }

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
