using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The account's instance profiles, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html"/>
internal sealed class ListInstanceProfiles() : Operation<ListInstanceProfiles.Request, ListInstanceProfiles.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var profiles = call.ProfilesOfAccount().Where(profile => profile.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal));
        var page = IamPage.Take(profiles, profile => profile.Name, "profiles " + request.PathPrefix, request.Marker, request.MaxItems);
        return new() { InstanceProfiles = [.. page.Items.Select(profile => WireInstanceProfile.Of(call, profile))], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PathPrefix { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireInstanceProfile> InstanceProfiles { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
