using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The names of a key's policies; there is one, <c>default</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html"/>
internal sealed class ListKeyPolicies() : Operation<ListKeyPolicies.Request, ListKeyPolicies.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.RequireKeyByIdentity(request.KeyId!);
        return new() { PolicyNames = ["default"], Truncated = false };
    }

    protected override void Check(Request request, Constraints check) => check.Key(request.KeyId).Paging(request.Limit, request.Marker).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public int? Limit { get; init; }

        public string? Marker { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<string> PolicyNames { get; init; }

        public required bool Truncated { get; init; }
    }
}
