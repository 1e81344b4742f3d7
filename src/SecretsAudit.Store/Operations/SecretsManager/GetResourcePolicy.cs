using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A secret's resource policy; the member is absent when there is none.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html"/>
internal sealed class GetResourcePolicy() : Operation<GetResourcePolicy.Request, GetResourcePolicy.Response>(AwsService.SecretsManager, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var secret = call.Require(request.SecretId!);
        return new() { ARN = secret.Arn, Name = secret.Name, ResourcePolicy = secret.Policy };
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public string? ResourcePolicy { get; init; }
    }
}
