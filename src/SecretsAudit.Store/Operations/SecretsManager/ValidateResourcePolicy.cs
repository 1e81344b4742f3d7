using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Says what a resource policy would do wrong, without attaching it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html"/>
internal sealed class ValidateResourcePolicy()
    : Operation<ValidateResourcePolicy.Request, ValidateResourcePolicy.Response>(AwsService.SecretsManager, writes: false)
{
    private static readonly PutResourcePolicy Attaching = new();

    private static readonly ValidationError Public = new()
    {
        CheckName = "BLOCK_PUBLIC_POLICY",
        ErrorMessage = "This resource policy grants broad access to your secret.",
    };

    private static readonly ValidationError LockedOut = new()
    {
        CheckName = "LOCK_OUT",
        ErrorMessage = "Your requested changes will not allow you to manage this secret in the future.",
    };

    public override Response Handle(Request request, Call call)
    {
        var secret = request.SecretId is { } secretId ? call.RequireActive(secretId) : null;
        if (secret is null)
        {
            call.AuthorizeAll();
        }

        // Who may not attach a policy is not told about one.
        call.For(Attaching).Authorize(
            secret?.Arn ?? Arn.Secret(call.Region, call.Account, "*"), secret?.Account ?? call.Account, secret?.Policy, SecretAccess.Keys(secret, []), named: request.SecretId);

        var policy = request.ResourcePolicy!;
        if (ResourcePolicies.Problem(policy, PolicyKind.Secret) is not null)
        {
            throw new MalformedPolicyDocumentException();
        }

        List<ValidationError> errors = [];
        if (ResourcePolicies.IsPublic(policy))
        {
            errors.Add(Public);
        }

        if (LocksOut(policy, secret, call))
        {
            errors.Add(LockedOut);
        }

        return new() { PolicyValidationPassed = errors.Count == 0, ValidationErrors = errors };
    }

    protected override void Check(Request request, Constraints check) => check
        .Length(request.SecretId, "secretId", 1, 2048).Then(request.SecretId, SecretNames.CheckNameOrArn)
        .Required(request.ResourcePolicy, "resourcePolicy").Length(request.ResourcePolicy, "resourcePolicy", 1, 20480)
        .ThrowIfBroken();

    // A caller whom the policy denies the next change of the policy could not take it back.
    private static bool LocksOut(string policy, Secret? secret, Call call) =>
        call.Decide("secretsmanager:PutResourcePolicy", secret?.Arn ?? Arn.Secret(call.Region, call.Account, "*"), secret?.Account ?? call.Account, policy, SecretAccess.Keys(secret, [])).IsExplicit;

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
