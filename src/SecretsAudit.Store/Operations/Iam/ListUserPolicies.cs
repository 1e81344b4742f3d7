using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The names of a user's inline policies.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html"/>
internal sealed class ListUserPolicies() : Operation<ListUserPolicies.Request, ListUserPolicies.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var page = IamPage.Take(call.RequireEntity(PrincipalKind.User, request.UserName!).Policies.Keys, name => name, "user policies", request.Marker, request.MaxItems);
        return new() { PolicyNames = page.Items, IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<string> PolicyNames { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
