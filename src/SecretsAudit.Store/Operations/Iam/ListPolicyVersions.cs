using System.Globalization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The versions of a managed policy, newest first, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html"/>
internal sealed class ListPolicyVersions() : Operation<ListPolicyVersions.Request, ListPolicyVersions.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        var page = IamPage.Take(policy.Versions.Reverse(), Order, "versions of " + policy.Arn, request.Marker, request.MaxItems);
        return new() { Versions = [.. page.Items.Select(version => WirePolicyVersion.Of(policy, version, withDocument: false))], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    // Pages follow an ascending text, and the newest version comes first.
    private static string Order(ManagedPolicyVersion version) =>
        (int.MaxValue - int.Parse(version.VersionId.AsSpan(1), CultureInfo.InvariantCulture)).ToString("D10", CultureInfo.InvariantCulture);

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PolicyArn { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WirePolicyVersion> Versions { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
