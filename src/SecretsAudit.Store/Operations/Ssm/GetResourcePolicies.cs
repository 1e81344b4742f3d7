using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>With whom a parameter is shared; an empty list when it is not.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetResourcePolicies.html"/>
internal sealed class GetResourcePolicies() : Operation<GetResourcePolicies.Request, GetResourcePolicies.Response>(AwsService.Ssm, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var parameter = SharedParameters.Require(call, request.ResourceArn!);
        return request.NextToken is not null ? throw new SsmInvalidNextTokenException()
            : new() { Policies = parameter.Sharing is { } sharing ? [new(sharing.PolicyId, sharing.Hash, sharing.Policy)] : [] };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceArn, "resourceArn").Length(request.ResourceArn, "resourceArn", 20, 2048).Range(request.MaxResults, "maxResults", 1, 50).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ResourceArn { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<Entry> Policies { get; init; }
    }

    internal sealed record Entry(string PolicyId, string PolicyHash, string Policy);
}
