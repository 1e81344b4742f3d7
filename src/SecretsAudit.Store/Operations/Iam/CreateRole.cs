using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds a role with its trust policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>
internal sealed class CreateRole() : Operation<CreateRole.Request, CreateRole.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        IamRules.RequirePolicy(request.AssumeRolePolicyDocument!, SecretsAudit.Iam.PolicyKind.RoleTrust);
        var role = call.NewEntity(PrincipalKind.Role, request.RoleName!, request.Path, request.PermissionsBoundary, request.Tags) with
        {
            TrustPolicy = request.AssumeRolePolicyDocument,
            Description = request.Description,
            MaxSessionDuration = request.MaxSessionDuration ?? 3600,
        };
        call.Changes.Put(new PrincipalRow(role));
        return new() { Role = WireRole.Of(role) with { MaxSessionDuration = request.MaxSessionDuration } };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).EntityPath(request.Path).Document(request.AssumeRolePolicyDocument, "assumeRolePolicyDocument")
        .Length(request.Description, "description", 0, 1000).Range(request.MaxSessionDuration, "maxSessionDuration", 3600, 43200).IamTags(request.Tags)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleName { get; init; }

        public string? Path { get; init; }

        public string? AssumeRolePolicyDocument { get; init; }

        public string? Description { get; init; }

        public int? MaxSessionDuration { get; init; }

        public string? PermissionsBoundary { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required WireRole Role { get; init; }
    }
}
