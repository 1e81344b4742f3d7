using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Shares an advanced parameter with other accounts, or changes with whom; a parameter has one policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutResourcePolicy.html"/>
internal sealed class PutResourcePolicy() : Operation<PutResourcePolicy.Request, PutResourcePolicy.Response>(AwsService.Ssm, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var parameter = SharedParameters.Require(call, request.ResourceArn!);
        if (parameter.Latest.Tier != ParameterValues.Advanced)
        {
            throw new ResourcePolicyInvalidParameterException("Only parameters of the advanced tier can be shared.");
        }

        if (ResourcePolicies.Problem(request.Policy!, PolicyKind.Resource) is { } problem)
        {
            throw new MalformedResourcePolicyDocumentException(problem);
        }

        if (request.PolicyId is { } changed)
        {
            SharedParameters.RequirePolicy(parameter, changed, request.PolicyHash);
        }
        else if (parameter.Sharing is not null)
        {
            throw new ResourcePolicyLimitExceededException();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Policy!)));
        var sharing = new State.ParameterSharing(request.PolicyId ?? call.Identifiers.Uuid(), hash, request.Policy!);
        call.Changes.Put(parameter with { Sharing = sharing });
        return new() { PolicyId = sharing.PolicyId, PolicyHash = sharing.Hash };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceArn, "resourceArn").Length(request.ResourceArn, "resourceArn", 20, 2048)
        .Required(request.Policy, "policy").Pattern(request.Policy, "policy", policy => !string.IsNullOrWhiteSpace(policy), @"^(?!\s*$).+").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ResourceArn { get; init; }

        public string? Policy { get; init; }

        public string? PolicyId { get; init; }

        public string? PolicyHash { get; init; }
    }

    internal sealed record Response
    {
        public required string PolicyId { get; init; }

        public required string PolicyHash { get; init; }
    }
}
