using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A message's authentication code under an HMAC key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html"/>
internal sealed class GenerateMac() : Operation<GenerateMac.Request, GenerateMac.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = Macs.RequireKey(call, request.KeyId!, request.MacAlgorithm!, request.GrantTokens, request.DryRun);
        return new() { Mac = Macs.Compute(call, key, request.MacAlgorithm!, request.Message!), MacAlgorithm = request.MacAlgorithm!, KeyId = key.Arn };
    }

    protected override void Check(Request request, Constraints check) =>
        check.MacRequest(request.KeyId, request.Message, request.MacAlgorithm, request.GrantTokens).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { Message = null, GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public byte[]? Message { get; init; }

        public string? KeyId { get; init; }

        public string? MacAlgorithm { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public bool? DryRun { get; init; }
    }

    internal sealed record Response
    {
        public required byte[] Mac { get; init; }

        public required string MacAlgorithm { get; init; }

        public required string KeyId { get; init; }
    }
}
