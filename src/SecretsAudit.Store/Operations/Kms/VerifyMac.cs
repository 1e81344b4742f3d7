using System.Security.Cryptography;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Verifies a message's authentication code; a wrong one is an error, as at AWS.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html"/>
internal sealed class VerifyMac() : Operation<VerifyMac.Request, VerifyMac.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = Macs.RequireKey(call, request.KeyId!, request.MacAlgorithm!, request.GrantTokens, request.DryRun);
        return CryptographicOperations.FixedTimeEquals(Macs.Compute(call, key, request.MacAlgorithm!, request.Message!), request.Mac!)
            ? new() { KeyId = key.Arn, MacValid = true, MacAlgorithm = request.MacAlgorithm! }
            : throw new KmsInvalidMacException();
    }

    protected override void Check(Request request, Constraints check) =>
        check.MacRequest(request.KeyId, request.Message, request.MacAlgorithm, request.GrantTokens).Blob(request.Mac, "mac", 6144).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { Message = null, Mac = null, GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public byte[]? Message { get; init; }

        public string? KeyId { get; init; }

        public string? MacAlgorithm { get; init; }

        public byte[]? Mac { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public bool? DryRun { get; init; }
    }

    internal sealed record Response
    {
        public required string KeyId { get; init; }

        public required bool MacValid { get; init; }

        public required string MacAlgorithm { get; init; }
    }
}
