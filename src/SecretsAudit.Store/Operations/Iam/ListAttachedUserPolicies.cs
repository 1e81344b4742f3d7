using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The managed policies that are attached to a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html"/>
internal sealed class ListAttachedUserPolicies() : Operation<ListAttachedUserPolicies.Request, ListAttachedUserPolicies.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var arns = call.RequireEntity(PrincipalKind.User, request.UserName!).AttachedPolicies.Where(arn => AttachedPolicy.HasPath(arn, request.PathPrefix));
        var page = IamPage.Take(arns, arn => arn, "attached to user", request.Marker, request.MaxItems);
        return new() { AttachedPolicies = [.. page.Items.Select(AttachedPolicy.Of)], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }

        public string? PathPrefix { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
