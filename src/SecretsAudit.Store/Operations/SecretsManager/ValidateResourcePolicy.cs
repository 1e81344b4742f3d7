using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Says what a resource policy would do wrong, without attaching it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html"/>
internal sealed class ValidateResourcePolicy()
    : Operation<ValidateResourcePolicy.Request, ValidateResourcePolicy.Response>(AwsService.SecretsManager, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        if (request.SecretId is { } secretId)
        {
            call.Require(secretId);
        }
        else
        {
            call.AuthorizeAll();
        }

        var policy = request.ResourcePolicy!;
        if (ResourcePolicies.Problem(policy, PolicyKind.Secret) is { } problem)
        {
            throw new MalformedPolicyDocumentException(problem);
        }

        return ResourcePolicies.IsPublic(policy)
            ? new()
            {
                PolicyValidationPassed = false,
                ValidationErrors = [new() { CheckName = "BLOCK_PUBLIC_POLICY", ErrorMessage = "Resource policy grants public access to the secret." }],
            }
            : new() { PolicyValidationPassed = true, ValidationErrors = [] };
    }

    protected override void Check(Request request, Constraints check) => check
        .Length(request.SecretId, "secretId", 1, 2048).Then(request.SecretId, SecretNames.CheckNameOrArn)
        .Required(request.ResourcePolicy, "resourcePolicy").Length(request.ResourcePolicy, "resourcePolicy", 1, 20480)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }

        public string? ResourcePolicy { get; init; }
    }

    internal sealed record Response
    {
        public required bool PolicyValidationPassed { get; init; }

        public required IReadOnlyList<ValidationError> ValidationErrors { get; init; }
    }

    internal sealed record ValidationError
    {
        public required string CheckName { get; init; }

        public required string ErrorMessage { get; init; }
    }
}
