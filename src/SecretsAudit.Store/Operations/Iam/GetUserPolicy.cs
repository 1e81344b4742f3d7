using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>One inline policy of a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html"/>
internal sealed class GetUserPolicy() : Operation<GetUserPolicy.Request, GetUserPolicy.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        return user.Policies.TryGetValue(request.PolicyName!, out var document)
            ? new() { UserName = user.Name, PolicyName = request.PolicyName!, PolicyDocument = IamRules.Encoded(document) }
            : throw IamRules.NoInlinePolicy(PrincipalKind.User, request.PolicyName!);
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).EntityName(request.PolicyName, "policyName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }

        public string? PolicyName { get; init; }
    }

    internal sealed record Response
    {
        public required string UserName { get; init; }

        public required string PolicyName { get; init; }

        public required string PolicyDocument { get; init; }
    }
}
